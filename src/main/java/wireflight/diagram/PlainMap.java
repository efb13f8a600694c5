package wireflight.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wireflight.language.Texts;
import wireflight.timeline.Moment;

/** A map with a card for every socket. */
final class PlainMap implements MapContent {
  private final Texts texts;
  private final MapModel model;
  private final MapStates states;

  PlainMap(Subject subject) {
    texts = subject.timeline().language().texts(PlainMap.class);
    model = MapBuilder.build(subject);
    states = new MapStates(subject);
  }

  @Override
  public boolean isEmpty() {
    return model.cards().isEmpty();
  }

  @Override
  public double width(double pictureWidth, double size) {
    return new MapLayout(model, pictureWidth, 0, size).width();
  }

  @Override
  public double height(double pictureWidth, double top, double size) {
    return new MapLayout(model, pictureWidth, top, size).height();
  }

  @Override
  public void draw(Sheet sheet, Frame frame, Instant instant) {
    draw(sheet, frame, instant, model, states);
  }

  /** Draws a model. */
  static void draw(Sheet sheet, Frame frame, Instant instant, MapModel model, MapStates states) {
    MapLayout layout = new MapLayout(model, frame.width(), frame.top(), sheet.of(1));
    MapPanels panels = new MapPanels(sheet, frame, model);
    MapCards cards = new MapCards(sheet, frame, layout, states, instant);
    Set<Integer> homes = new HashSet<>();
    Set<Integer> devices = new HashSet<>();
    for (MapCard card : model.cards()) {
      if (cards.isShown(card)) {
        homes.add(card.home());
        devices.add(model.homes().get(card.home()).device());
      }
    }
    for (MapLayout.Panel panel : layout.panels()) {
      if ((panel.device() ? devices : homes).contains(panel.index())) {
        panels.draw(panel);
      }
    }
    MapPipes pipes = new MapPipes(sheet, frame, layout, model, states, instant);
    List<MapModel.Link> begun = new ArrayList<>();
    MapModel.@Nullable Link busy = null;
    for (MapModel.Link link : model.links()) {
      Moment.Flight flight = instant.of(link.connection().index());
      boolean known = link.connection().firstRow() <= instant.row();
      if (known || flight != null) {
        begun.add(link);
        busy = flight != null ? link : busy;
      }
    }
    begun.forEach(pipes::channel);
    model.cards().forEach(cards::draw);
    if (busy != null) {
      pipes.packet(busy);
    }
    begun.forEach(pipes::label);
  }

  @Override
  public String description() {
    return texts.get(
        "plainMap.described", model.devices().size(), model.cards().size(), model.links().size());
  }
}
