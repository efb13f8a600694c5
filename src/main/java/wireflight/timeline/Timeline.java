package wireflight.timeline;

import java.util.List;
import wireflight.connection.Connection;
import wireflight.connection.Vantage;
import wireflight.language.Language;

/**
 * The moments of a recording in time order, and the steps a presenter goes through.
 *
 * <p>A step ends with a row after which there is something new to see: a packet, a call entered
 * that waits, a call returned, a paragraph of narration. Immutable; any thread may read it.
 */
public interface Timeline {
  /** The language of its sentences and labels: that of the analysis it was made from. */
  Language language();

  /** One a socket, left to right. */
  List<Lifeline> lifelines();

  /** The connections and flows that it shows, in the order in which they began. */
  List<Connection> connections();

  /** The lifeline of an end of one of {@link #connections()}, which is given by its index. */
  int lifelineOf(int connection, boolean client);

  /** Every socket, in the order in which they are known to exist; made anew at each call. */
  List<Socket> sockets();

  /** Where an end of a connection, given by its index, is best seen from. */
  Vantage vantage(int connection, boolean client);

  /**
   * The lifeline that a lifeline has most to do with, so that what belongs to one alone can stand
   * on its other side; -1 where it talks to none.
   */
  int peerOf(int lifeline);

  /** How many steps there are; step 0 is the empty picture before the first. */
  int steps();

  /** The trace row that a step (1 to {@link #steps()}) ends with. */
  int rowOf(int step);

  /** The step during which a row happens; {@link #steps()} for rows after the last one. */
  int stepOf(int row);

  /** What a step (1 to {@link #steps()}) ends with, without making its moments. */
  StepKind kindOf(int step);

  /**
   * When a step ended, nanoseconds since the epoch; step 0 has the time of the first step. Rows
   * without a time of their own have that of the step before.
   */
  long timeOf(int step);

  /** Every moment that begins at a row, in drawing order. */
  List<Moment> momentsAt(int row);

  /**
   * Every moment of which some part lies in the steps from {@code firstStep} to {@code lastStep} (1
   * to {@link #steps()}, both included), by row: those that begin there, and the calls that were
   * entered before and had not returned.
   */
  List<Moment> momentsBetween(int firstStep, int lastStep);

  /** Whether departure and arrival of packets were measured, so that slopes mean time. */
  boolean measured();

  /**
   * Whether nothing is on its way, and nothing lost waits to be sent again, during a step (1 to
   * {@link #steps()}) before the row that ends it; false where flights are not measured.
   */
  boolean isQuiet(int step);

  /** How long a flight usually takes, in nanoseconds: the median; 0 where none is measured. */
  long usualFlight();

  /**
   * How far one capture point's clock was estimated to be ahead of the other's, in nanoseconds; 0
   * where both are one.
   */
  long clockOffset();

  /** Whether any flight is known to be lost. */
  boolean losses();

  /**
   * The row of the first piece of the IP datagram that the row's packet is a piece of; -1 where it
   * is none, or the only one.
   */
  int firstPiece(int row);

  /**
   * The number by which the lab's wire knows the packet of a row, while it is held there; 0 where
   * it is not.
   */
  long heldPacket(int row);

  /** What is known to have become of the packet of a row. */
  Fate fateOf(int row);

  /** What happens in a step and why, in a few sentences from its real numbers. */
  String sentence(int step);

  /** The lesson's narration in force at a step, as Markdown; empty without a lesson. */
  String narration(int step);
}
