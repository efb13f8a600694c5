package wireflight.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wireflight.timeline.Moment;

/**
 * Packets of one sender that follow each other so closely that labels of their own would hide them:
 * they share one. Only ordinary ones that have arrived, or acknowledgments of which the same is to
 * be told; one that is lost or otherwise remarkable ends a train and has a label of its own.
 */
final class Trains {
  /** How far apart two departures are at most. */
  private static final double CLOSE = 40;

  /** A longer train has several labels, one for each part of so much height. */
  private static final double LONG = 150;

  private static final int LEAST = 3;

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;
  private final Ways ways;
  private final List<List<Moment.Flight>> all = new ArrayList<>();
  private final Set<Moment.Flight> members = new HashSet<>();

  private record Sender(int lifeline, int connection) {}

  /** The trains among the moments of a picture. */
  Trains(Sheet sheet, Columns columns, Scene scene, Ways ways, List<Moment> moments) {
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
    this.ways = ways;
    if (scene.isDense()) {
      Map<Sender, List<Moment.Flight>> open = new HashMap<>();
      for (Moment moment : moments) {
        if (moment instanceof Moment.Flight flight && flight.measured()) {
          Sender sender = new Sender(flight.from(), flight.connection());
          List<Moment.Flight> train = open.computeIfAbsent(sender, _ -> new ArrayList<>());
          if (!follows(flight, train)) {
            close(train);
            train.clear();
          }
          if (isOrdinary(flight)) {
            train.add(flight);
          }
        }
      }
      open.values().forEach(this::close);
    }
  }

  private boolean isOrdinary(Moment.Flight flight) {
    boolean common =
        switch (flight.kind()) {
          case DATA, ACKNOWLEDGMENT, DATAGRAM -> true;
          case OPENING, CLOSING, RESET, ERROR, OTHER -> false;
        };
    return common
        && flight.arrivalRow() >= 0
        && (flight.note().isEmpty() || flight.kind() == Moment.Kind.ACKNOWLEDGMENT)
        && !columns.isLoop(flight)
        && ways.isOver(flight);
  }

  private boolean follows(Moment.Flight flight, List<Moment.Flight> train) {
    return train.isEmpty()
        || isOrdinary(flight)
            && flight.kind() == train.getLast().kind()
            && flight.note().equals(train.getLast().note())
            && ways.departs(flight) - ways.departs(train.getLast()) <= sheet.of(CLOSE);
  }

  private void close(List<Moment.Flight> train) {
    if (train.size() < LEAST) {
      return;
    }
    double height = ways.departs(train.getLast()) - ways.departs(train.getFirst());
    if (height <= sheet.of(LONG)) {
      add(train);
      return;
    }
    // At fixed heights, so that nothing changes while the ladder is scrolled.
    List<Moment.Flight> part = new ArrayList<>();
    for (Moment.Flight flight : train) {
      if (part.size() >= LEAST && cell(flight) != cell(part.getFirst())) {
        add(part);
        part.clear();
      }
      part.add(flight);
    }
    if (part.size() >= LEAST) {
      add(part);
    }
  }

  private long cell(Moment.Flight flight) {
    return (long) Math.floor(scene.inContent(ways.departs(flight)) / sheet.of(LONG));
  }

  private void add(List<Moment.Flight> train) {
    all.add(List.copyOf(train));
    members.addAll(train);
  }

  /** All of them, each with its packets in the order of departure. */
  List<List<Moment.Flight>> all() {
    return all;
  }

  /** Whether a packet shares its label with others. */
  boolean has(Moment.Flight flight) {
    return members.contains(flight);
  }
}
