package wireflight.diagram;

import java.util.List;
import java.util.Locale;
import wireflight.drawing.Typesetter;

/** The ways to look at a recording, in the order in which they are offered. */
public enum View {
  /** Packets as arrows between sockets, time downwards. */
  LADDER(Shows.EVERYTHING),

  /** Devices, processes, sockets, and the channels between them. */
  MAP(Shows.A_MOMENT),

  /** The flow of socket calls. */
  CALLS(Shows.EVERYTHING),

  /** The state diagram of RFC 9293 with both ends of a connection. */
  STATES(Shows.A_MOMENT),

  /** The table of sockets. */
  SOCKETS(Shows.A_MOMENT),

  /** The headers of a packet, 32 bits a row, and its bytes. */
  HEADER(Shows.A_MOMENT),

  /** Sequence numbers, windows, round trips and rates over time. */
  GRAPHS(Shows.EVERYTHING);

  private final Shows shows;

  View(Shows shows) {
    this.shows = shows;
  }

  /** What one whole picture of a view holds. */
  public enum Shows {
    /** All that has happened up to the playhead, one thing beside the other. */
    EVERYTHING,
    /** How things are at the playhead. */
    A_MOMENT
  }

  /** The word for it in commands and in the keys of texts, as in {@code ladder}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its place among the views, from 1. */
  public int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  /** What one whole picture of it holds. */
  public Shows shows() {
    return shows;
  }

  /** The diagram. */
  public Diagram of(Subject subject, Typesetter type, LadderStyle style) {
    DiagramStyle plain = new DiagramStyle(style.palette(), style.size());
    return switch (this) {
      case LADDER -> new Ladder(subject, type, style);
      case MAP -> new SocketMap(subject, type, plain);
      case CALLS -> new Calls(subject, type, plain, style.crowd());
      case STATES -> new StateDiagram(subject, type, plain);
      case SOCKETS -> new Sockets(subject, type, plain);
      case HEADER -> new HeaderDiagram(subject, type, plain);
      case GRAPHS -> new Graphs(subject, type, plain);
    };
  }
}
