package wireflight.diagram;

import wireflight.timeline.Moment;

/** Where the packets of one picture go, and which of them are under way at its playhead. */
final class Ways {
  /** How far down a measured flight goes at least that did not arrive. */
  private static final double LEAST_FALL = 26;

  private final Sheet sheet;
  private final Columns columns;
  private final Scene scene;

  Ways(Sheet sheet, Columns columns, Scene scene) {
    this.sheet = sheet;
    this.columns = columns;
    this.scene = scene;
  }

  Way of(Moment.Flight flight) {
    return new Way(
        columns.x(flight.from()), departs(flight), columns.x(flight.to()), arrives(flight));
  }

  /** Whether the playhead is between the packet's departure and its arrival. */
  boolean isUnderWay(Moment.Flight flight) {
    return scene.passed(departs(flight)) && (flight.onItsWay() || !scene.passed(arrives(flight)));
  }

  /** Whether the playhead has come to its arrival. */
  boolean isOver(Moment.Flight flight) {
    return scene.passed(arrives(flight));
  }

  /** Whether nothing keeps a place for a flight's label. */
  boolean looksForPlace(Moment.Flight flight) {
    return flight.measured() || scene.isDense();
  }

  double departs(Moment.Flight flight) {
    return flight.measured()
        ? scene.departure(flight)
        : scene.unmeasured(scene.stepOf(flight.row()));
  }

  private double arrives(Moment.Flight flight) {
    if (!flight.measured()) {
      return departs(flight) + scene.fall(scene.stepOf(flight.row()));
    }
    if (flight.onItsWay()) {
      // When it will arrive nobody knows: where it left it stays to be found.
      return scene.departure(flight) + sheet.of(LEAST_FALL);
    }
    double arrives = scene.arrival(flight);
    return flight.arrivalRow() >= 0
        ? arrives
        : Math.max(arrives, scene.departure(flight) + sheet.of(LEAST_FALL));
  }
}
