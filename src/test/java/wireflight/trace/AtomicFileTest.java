package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.language.Language;

class AtomicFileTest {
  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void writesTheFileAndLeavesNothingBeside() throws Exception {
    Path target = folder.resolve("x.svg");
    Files.writeString(target, "old");
    AtomicFile.write(target, out -> out.write(bytes("new")));
    assertThat(target).hasContent("new");
    assertThat(folder).isDirectoryContaining(target::equals);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aFailureKeepsWhatWasThere() throws Exception {
    Path target = folder.resolve("x.svg");
    Files.writeString(target, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(bytes("half"));
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(target).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/x.svg"), _ -> {}))
        .hasMessage("there is no folder " + folder.resolve("no"))
        .isInstanceOfSatisfying(
            UnwrittenException.class,
            e ->
                assertThat(e.in(Language.GERMAN))
                    .isEqualTo("den Ordner " + folder.resolve("no") + " gibt es nicht"));
  }

  @Test
  void theOldFileStaysUntilTheNewOneIsWhole() throws Exception {
    Path target = folder.resolve("x.svg");
    Files.writeString(target, "old");
    AtomicFile.write(
        target,
        out -> {
          out.write(bytes("new"));
          out.flush();
          assertThat(target).hasContent("old");
        });
    assertThat(target).hasContent("new");
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path real = folder.resolve("real.svg");
    Files.writeString(real, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.svg"), real.getFileName());
    AtomicFile.write(link, out -> out.write(bytes("new")));
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(real).hasContent("new");
  }

  @Test
  void aNameThatAFolderHasIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> AtomicFile.write(folder, _ -> fail("written")))
        .isInstanceOfSatisfying(
            UnwrittenException.class,
            e -> {
              assertThat(UnwrittenException.advice(e))
                  .isEqualTo("there is a folder of this name; choose another name with -o");
              assertThat(e.in(Language.GERMAN)).contains("einen Ordner dieses Namens");
            });
  }
}
