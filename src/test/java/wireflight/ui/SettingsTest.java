package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsKeptIsThereTheNextDay() {
    Path file = folder.resolve("deep").resolve("settings.properties");
    Settings today = new Settings(Optional.of(file));
    Look look =
        Look.USUAL.withLetters(1.3).withTime(Look.Time.LINEAR).withStill(true).withZoom(1.5);
    new Remembered(today).keep(look.withProjector(true).withBlank(true), Optional.of(true));
    assertThat(today.save()).isTrue();
    Remembered tomorrow = new Remembered(new Settings(Optional.of(file)));
    assertThat(tomorrow.look()).isEqualTo(look);
    assertThat(tomorrow.dark()).contains(true);
  }

  @Test
  void theFilesOpenedLastComeFirstOnceEachAndOnlyWhileTheyAreThere() throws IOException {
    Settings settings = new Settings(Optional.empty());
    for (int i = 0; i < 10; i++) {
      settings.opened(Files.createFile(folder.resolve("f" + i)));
    }
    settings.opened(folder.resolve("f7"));
    assertThat(settings.recent())
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactly("f7", "f9", "f8", "f6", "f5", "f4", "f3", "f2");
    Files.delete(folder.resolve("f9"));
    assertThat(settings.recent()).hasSize(7);
  }

  @Test
  void whereNothingCanBeReadOrWrittenItForgetsAndNothingFails() throws IOException {
    Path folderInItsPlace = Files.createDirectory(folder.resolve("settings.properties"));
    Settings settings = new Settings(Optional.of(folderInItsPlace));
    settings.put("a", 1);
    assertThat(settings.save()).isFalse();
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new Settings(Optional.of(file.resolve("settings"))).save()).isFalse();
    Path noise = Files.write(folder.resolve("noise"), new byte[] {(byte) 0xff, '\\', 'u', 'x'});
    assertThat(new Remembered(new Settings(Optional.of(noise))).look()).isEqualTo(Look.USUAL);
  }

  @Test
  void numbersOutOfRangeAreNotTaken() {
    Settings settings = new Settings(Optional.empty());
    settings.put("look.letters", "900");
    settings.put("look.zoom", "wide");
    assertThat(new Remembered(settings).look()).isEqualTo(Look.USUAL);
  }

  @Test
  void everySystemHasItsPlace() {
    assertThat(place("Linux", Map.of())).endsWith(".config/wireflight/settings.properties");
    assertThat(place("Linux", Map.of("XDG_CONFIG_HOME", "/etc/mine"))).startsWith("/etc/mine/");
    assertThat(place("Mac OS X", Map.of())).contains("Application Support");
    assertThat(place("Windows 11", Map.of())).contains("AppData");
  }

  private static String place(String system, Map<String, String> environment) {
    return Settings.usual(system, "/home/me", name -> environment.getOrDefault(name, ""))
        .map(path -> path.toString().replace('\\', '/'))
        .orElseThrow();
  }
}
