package wireflight.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A capture file that some program is still writing, read as far as it goes at each {@link #poll}.
 *
 * <p>Not thread-safe, but its {@link #recording()} is.
 */
public final class FollowedFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final Recording recording;

  private FollowedFile(FileChannel channel, Recording recording) {
    this.channel = channel;
    this.recording = recording;
  }

  /** Opens a file; nothing is read before the first {@link #poll}. */
  public static FollowedFile open(Path path) throws IOException {
    return new FollowedFile(FileChannel.open(path), Recording.follow(path.toString()));
  }

  /** What was read so far. */
  public Recording recording() {
    return recording;
  }

  /**
   * Reads what was added to the file.
   *
   * @return whether anything was
   */
  public boolean poll() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    boolean some = false;
    while (channel.read(buffer) > 0) {
      recording.append(buffer.flip());
      buffer.clear();
      some = true;
    }
    return some;
  }

  /** Finishes the recording and lets go of the file. */
  @Override
  public void close() throws IOException {
    recording.finish();
    channel.close();
  }
}
