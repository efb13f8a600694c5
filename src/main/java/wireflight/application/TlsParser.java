package wireflight.application;

import java.util.List;

/**
 * Reads the records of one direction of a TLS connection (RFC 8446, section 5). Nothing is
 * decrypted: after the handshake only sizes are told.
 */
final class TlsParser implements TwoWay.Parser {
  private final Conversation conversation;
  private final boolean fromClient;
  private final TlsHandshakes handshakes;
  private boolean encrypted;
  private boolean lost;
  private Carrier carrier = new Carrier();
  private int length;
  private int remaining;

  TlsParser(Conversation conversation, boolean fromClient) {
    this.conversation = conversation;
    this.fromClient = fromClient;
    handshakes = new TlsHandshakes(conversation, fromClient);
  }

  @Override
  public void read(Inbox in) {
    boolean goesOn = true;
    while (goesOn && in.size() > 0) {
      if (remaining > 0) {
        data(in);
      } else {
        goesOn = in.size() >= TlsRecord.HEADER && record(in);
        if (lost && in.size() < TlsRecord.HEADER) {
          in.discard(in.size());
        }
      }
    }
  }

  @Override
  public void gap(Inbox in, long missing) {
    if (remaining > 0 && missing <= remaining) {
      carrier.miss(missing);
      remaining -= (int) missing;
      if (remaining == 0) {
        dataDone("");
      }
      return;
    }
    breakOff(in, in.size(), Text.count(missing, "byte") + " of the stream were not captured");
  }

  @Override
  public void end(Inbox in) {
    breakOff(in, in.size(), "The stream ends before the record does");
  }

  private boolean record(Inbox in) {
    if (!TlsRecord.isSound(in)) {
      if (lost) {
        in.discard(in.size());
      } else {
        breakOff(in, TlsRecord.HEADER, "No TLS record starts here");
      }
      return true;
    }
    length = in.shortAt(3);
    if (in.at(0) == TlsRecord.APPLICATION_DATA) {
      lost = false;
      in.consume(TlsRecord.HEADER, carrier);
      remaining = length;
      if (remaining == 0) {
        dataDone("");
      }
      return true;
    }
    if (in.size() < TlsRecord.HEADER + length) {
      return false;
    }
    lost = false;
    switch (in.at(0)) {
      case TlsRecord.HANDSHAKE -> handshake(in);
      case TlsRecord.ALERT -> alert(in);
      case TlsRecord.CHANGE_CIPHER_SPEC -> {
        whole(in, Kind.CONTROL, "Change Cipher Spec", "");
        encrypted = true;
      }
      default -> whole(in, Kind.CONTROL, "Heartbeat, " + Text.count(length, "byte"), "");
    }
    return true;
  }

  private void data(Inbox in) {
    int count = Math.min(in.size(), remaining);
    in.consume(count, carrier);
    remaining -= count;
    if (remaining == 0) {
      dataDone("");
    }
  }

  private void dataDone(String problem) {
    String cut =
        problem.isEmpty() && carrier.missing() > 0
            ? Text.count(carrier.missing(), "byte") + " of it were not captured"
            : problem;
    tell(Kind.DATA, "Application Data, " + Text.count(length, "byte") + " encrypted", cut);
  }

  private void handshake(Inbox in) {
    // After a change of cipher all is encrypted, but for the hellos after a HelloRetryRequest
    // (RFC 8446, appendix D.4).
    boolean again =
        length > 4
            && (in.at(TlsRecord.HEADER) == 1 || in.at(TlsRecord.HEADER) == 2)
            && in.threeAt(TlsRecord.HEADER + 1) == length - 4;
    if (encrypted && !again) {
      String size = Text.count(length, "byte");
      whole(in, Kind.HANDSHAKE, "Encrypted Handshake Message, " + size, "");
    } else {
      handshakes.record(in, length);
    }
  }

  private void alert(Inbox in) {
    int level = length == 2 ? in.at(TlsRecord.HEADER) : 0;
    if (level == 1 || level == 2) {
      String name = TlsNames.alert(in.at(TlsRecord.HEADER + 1));
      whole(in, Kind.ALERT, "Alert: " + (level == 2 ? "fatal " : "warning ") + name, "");
    } else {
      whole(in, Kind.ALERT, "Encrypted Alert", "");
    }
  }

  private void whole(Inbox in, Kind kind, String summary, String problem) {
    in.consume(TlsRecord.HEADER + length, carrier);
    tell(kind, summary, problem);
  }

  private void tell(Kind kind, String summary, String problem) {
    List<Field> none = List.of();
    Carrier told = carrier;
    carrier = new Carrier();
    conversation.tell(Protocol.TLS, kind, fromClient, told, -1, summary, none, problem);
  }

  /** Gives up: so many of the unread bytes show why. */
  private void breakOff(Inbox in, int count, String why) {
    handshakes.breakOff(why);
    if (remaining > 0) {
      remaining = 0;
      dataDone(why);
    } else if (count > 0 && !lost) {
      in.consume(count, carrier);
      tell(Kind.MALFORMED, "not a whole TLS record", why);
    }
    lost = true;
  }
}
