package wireflight.application;

import java.util.List;
import java.util.function.Consumer;
import wireflight.connection.Connection;

/**
 * What is said on one TCP connection: its two inboxes and the dialogue that reads them.
 *
 * <p>To dialogues, the client is the side that asks.
 */
final class Conversation implements StreamListener {
  /** The most unread bytes of a direction: more than any parser waits for. */
  private static final int MOST_UNREAD = 1 << 20;

  private final Connection connection;
  private final Consumer<Message> messages;
  private final Budget budget;
  private final Inbox client;
  private final Inbox server;
  private Dialogue dialogue;
  private boolean swapped;

  Conversation(Connection connection, Budget budget, Consumer<Message> messages) {
    this.connection = connection;
    this.messages = messages;
    this.budget = budget;
    client = new Inbox(budget);
    server = new Inbox(budget);
    dialogue = new Detection(this);
  }

  @Override
  public void data(boolean fromTcpClient, Chunk chunk) {
    boolean fromClient = fromTcpClient ^ swapped;
    Inbox in = inbox(fromClient);
    in.append(chunk);
    read(fromClient);
    if (in.size() > MOST_UNREAD || in.size() > 0 && !budget.allows(0)) {
      switchTo(new Opaque(this));
    }
  }

  @Override
  public void gap(boolean fromTcpClient, long offset, long length) {
    boolean fromClient = fromTcpClient ^ swapped;
    Inbox in = inbox(fromClient);
    dialogue.gap(fromClient, in, length);
    in.discard(in.size());
    read(!fromClient);
  }

  @Override
  public void end(boolean fromTcpClient) {
    boolean fromClient = fromTcpClient ^ swapped;
    dialogue.end(fromClient, inbox(fromClient));
    read(!fromClient);
    inbox(fromClient).discard(inbox(fromClient).size());
  }

  /** Hands the connection over; the new dialogue starts with what the old one left unread. */
  void switchTo(Dialogue next) {
    dialogue = next;
    read(true);
    read(false);
  }

  /**
   * Hands the connection over, and the roles change: who asks, by what it says, is not who opened
   * the connection, or not who was seen first where the opening was not seen.
   */
  void swapAndSwitchTo(Dialogue next) {
    swapped = !swapped;
    switchTo(next);
  }

  /** Lets the dialogue look again at what a direction has left. */
  void read(boolean fromClient) {
    Inbox in = inbox(fromClient);
    if (in.size() > 0) {
      dialogue.read(fromClient, in);
    }
  }

  /** Whether the connection's first bytes were captured. */
  boolean fromItsStart() {
    return connection.openingSeen();
  }

  int port(boolean ofClient) {
    return ofClient ? connection.client().port() : connection.server().port();
  }

  void tell(
      Protocol protocol,
      Kind kind,
      boolean fromClient,
      Carrier carrier,
      int request,
      String summary,
      List<Field> fields,
      String problem) {
    messages.accept(
        new Message(
            protocol,
            kind,
            connection.index(),
            fromClient ^ swapped,
            carrier.rows(),
            carrier.offset(),
            carrier.length(),
            carrier.time(),
            request,
            summary,
            fields,
            problem));
  }

  private Inbox inbox(boolean fromClient) {
    return fromClient ^ swapped ? client : server;
  }
}
