package wireflight.timeline;

import org.jspecify.annotations.Nullable;
import wireflight.connection.EndState;

/**
 * Something that happens on the timeline and can be drawn.
 *
 * <p>Lifelines are indices into {@link Timeline#lifelines()}; times are nanoseconds since the
 * epoch.
 */
public sealed interface Moment {
  /** The trace row it begins with. */
  int row();

  /** When it begins. */
  long time();

  /**
   * A packet on its way from one socket to another.
   *
   * @param from index of the sender's lifeline
   * @param to index of the receiver's lifeline
   * @param time when it departed
   * @param arrival when it arrived, or would have if it was lost; meaningful only when measured
   * @param measured whether it was seen at both ends of its way, or at its sender's and is known to
   *     be lost or still on its way; else the slope is a drawing convention
   * @param arrivalRow the row in which it arrived; -1 where it has not, and where not measured
   * @param againRow the row in which what it carried was sent again; -1 where it was not
   * @param waitLane beside how many others of the same sender the wait stands until it was sent
   *     again, 0 nearest to the lifeline; -1 where it had arrived by then, or was not sent again
   * @param timed whether it was sent again by a timer: nothing had come back meanwhile
   * @param lost whether it never arrived
   * @param received whether a call is known to have taken it off the receiving socket (datagrams
   *     only: what a stream's segments carry is taken in other portions)
   * @param connection index into the analysis's connections; -1 for none
   * @param kind what it is, for colour and shape
   * @param bytes how many of payload it carries; 0 for what is no segment and no datagram
   * @param label what stands on the arrow: parts separated by two spaces, the most telling first,
   *     so that a narrow picture can leave out the last ones
   * @param note what the analysis adds, as in {@code retransmission}; empty for an ordinary packet
   * @param trouble whether the note tells of something gone wrong
   */
  record Flight(
      int row,
      int from,
      int to,
      long time,
      long arrival,
      boolean measured,
      int arrivalRow,
      int againRow,
      int waitLane,
      boolean timed,
      boolean lost,
      boolean received,
      int connection,
      Kind kind,
      int bytes,
      String label,
      String note,
      boolean trouble)
      implements Moment {
    /**
     * A further copy of it that arrived in another row, with a note of its own and a label that
     * tells how long it took.
     */
    Flight copy(int row, long at, String label, String its) {
      return new Flight(
          this.row,
          from,
          to,
          time,
          at,
          measured,
          row,
          -1,
          -1,
          false,
          false,
          received,
          connection,
          kind,
          bytes,
          label,
          its,
          true);
    }

    /** Whether it has left its sender and neither arrived nor been lost. */
    public boolean onItsWay() {
      return measured && !lost && arrivalRow < 0;
    }

    /** The first part of the label, as in {@code PSH, ACK · 5}. */
    public String head() {
      int gap = label.indexOf("  ");
      return gap < 0 ? label : label.substring(0, gap);
    }
  }

  /** What a flight is, by what matters most of it. */
  enum Kind {
    OPENING,
    DATA,
    ACKNOWLEDGMENT,
    CLOSING,
    RESET,
    DATAGRAM,
    ERROR,
    OTHER
  }

  /**
   * A socket call, from entry to return.
   *
   * @param row the row of its entry
   * @param returnRow the row of its return; -1 while it has not returned
   * @param lifeline the socket it was made on
   * @param lane 0, or the lowest number that no other call in progress on the lifeline has
   * @param time when it was entered
   * @param returned when it returned; meaningful only with a return row
   * @param text as a person would write it, as in {@code bind(:80)}
   * @param outcome what it gave, as in {@code → peer} or {@code ECONNREFUSED}; empty where there is
   *     nothing to say
   * @param failed whether it returned an error
   * @param spans whether something else happened between its entry and its return, so that the
   *     entry is a step of its own
   * @param blocked whether the caller really had to wait for something outside its own kernel
   */
  record Call(
      int row,
      int returnRow,
      int lifeline,
      int lane,
      long time,
      long returned,
      String text,
      String outcome,
      boolean failed,
      boolean spans,
      boolean blocked)
      implements Moment {}

  /**
   * One end of a connection came into another state.
   *
   * @param row the row after which it is in that state
   * @param lifeline the end
   * @param state the new state
   */
  record StateChange(int row, int lifeline, long time, EndState state) implements Moment {}

  /**
   * The lesson says something.
   *
   * @param text Markdown
   */
  record Narration(int row, long time, String text, @Nullable String title) implements Moment {}
}
