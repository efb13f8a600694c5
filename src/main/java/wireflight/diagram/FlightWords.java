package wireflight.diagram;

import wireflight.language.Texts;
import wireflight.timeline.Moment;

/** What is said of a packet to those who do not see it. */
final class FlightWords {
  private FlightWords() {}

  /** Who sends what to whom, what the analysis adds, and whether it is lost. */
  static String of(Texts texts, String from, String to, Moment.Flight flight) {
    if (flight.note().isEmpty()) {
      return brief(texts, from, to, flight);
    }
    String key = flight.lost() ? "flightWords.note.lost" : "flightWords.note";
    return texts.get(key, from, to, flight.label(), flight.note());
  }

  /** Who sends what to whom, and whether it is lost. */
  static String brief(Texts texts, String from, String to, Moment.Flight flight) {
    String key = flight.lost() ? "flightWords.lost" : "flightWords.plain";
    return texts.get(key, from, to, flight.label());
  }

  /** What is sent, and whether it is lost. */
  static String alone(Texts texts, Moment.Flight flight) {
    return flight.lost() ? texts.get("flightWords.alone.lost", flight.label()) : flight.label();
  }
}
