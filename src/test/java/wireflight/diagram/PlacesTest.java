package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  @Test
  void whatStandsEdgeToEdgeDoesNotOverlapWhereverThePictureIsScrolledTo() {
    for (int scrolled = 0; scrolled < 5000; scrolled++) {
      double y = 0.1 * scrolled;
      Places places = new Places();
      places.take(100, y, 50, 19);
      assertThat(places.isFree(100, y + 19, 50, 19)).as("at %s", y).isTrue();
    }
  }

  @Test
  void whatOverlapsByTheWidthOfALineIsNotFree() {
    Places places = new Places();
    places.take(100, 100, 50, 20);
    assertThat(places.isFree(100, 119, 50, 20)).isFalse();
    assertThat(places.isFree(51, 100, 50, 20)).isFalse();
  }
}
