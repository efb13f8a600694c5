package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import wireflight.language.Language;

class UnwrittenExceptionTest {
  private static UnwrittenException failure(String reason) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(reason);
          }
        };
    return catchThrowableOfType(
        UnwrittenException.class,
        () -> UnwrittenException.telling(full).write(new byte[] {1, 2, 3}));
  }

  @Test
  void aFullDiskIsSaidInEveryLanguageWithWhatWouldHelp() {
    UnwrittenException full = failure("No space left on device");
    assertThat(UnwrittenException.advice(full))
        .isEqualTo(
            "No space left on device; free some space there or choose another place"
                + " (nothing was left behind)");
    assertThat(full.in(Language.ENGLISH)).contains("no space is left", "nothing was left behind");
    assertThat(full.in(Language.GERMAN)).contains("kein Platz mehr", "es blieb nichts zurück");
  }

  @Test
  void anotherReasonIsKept() {
    UnwrittenException other = failure("Disk quota exceeded");
    assertThat(other.in(Language.GERMAN)).startsWith("Disk quota exceeded; es blieb nichts");
  }

  /** What the system says, as root may write everywhere and so cannot be refused. */
  @Test
  void aLockedFolderIsSaidInEveryLanguageAndWhatToDoOnTheCommandLine() {
    UnwrittenException locked =
        UnwrittenException.unmade(Path.of("/locked"), new AccessDeniedException("/locked/.x.part"));
    assertThat(UnwrittenException.advice(locked))
        .isEqualTo(
            "nothing may be written in the folder /locked; choose another one with -o"
                + " (nothing was left behind)");
    assertThat(locked.in(Language.GERMAN))
        .isEqualTo("im Ordner /locked darf nichts geschrieben werden");
    UnwrittenException other =
        UnwrittenException.unmade(
            Path.of("/media"),
            new FileSystemException("/media/.x.part", null, "Input/output error"));
    assertThat(other.in(Language.ENGLISH)).isEqualTo("/media: Input/output error");
    UnwrittenException fixed =
        UnwrittenException.unmade(
            Path.of("/media"),
            new FileSystemException("/media/.x.part", null, "Read-only file system"));
    assertThat(fixed.in(Language.GERMAN))
        .isEqualTo("im Ordner /media darf nichts geschrieben werden");
    assertThat(fixed).hasMessage("/media: Read-only file system");
  }
}
