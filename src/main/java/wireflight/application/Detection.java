package wireflight.application;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which protocol a connection speaks: by what its first bytes are, in either direction;
 * the port decides only whether less proof will do for DNS.
 */
final class Detection implements Dialogue {
  private static final byte[] HTTP1_RESPONSE = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);

  /** The longest request line that is waited for. */
  private static final int LONGEST_LINE = 1 << 15;

  /** The longest DNS message that is waited for off the ports of DNS. */
  private static final int LONGEST_DNS = 4096;

  private final Conversation conversation;
  private boolean serverStrange;
  private boolean atStart;

  private enum Guess {
    HTTP1,
    HTTP2,
    TLS,
    DNS,
    NONE
  }

  Detection(Conversation conversation) {
    this.conversation = conversation;
    atStart = conversation.fromItsStart();
  }

  @Override
  public void read(boolean fromClient, Inbox in) {
    if (!fromClient && serverStrange) {
      if (in.size() > LONGEST_LINE) {
        conversation.switchTo(new Opaque(conversation));
      }
      return;
    }
    Guess asking = asking(in);
    Guess answering = asking == Guess.NONE ? answering(in) : Guess.NONE;
    if (asking == null || answering == null) {
      return;
    }
    if (asking != Guess.NONE) {
      decide(fromClient, dialogue(asking));
    } else if (answering != Guess.NONE) {
      decide(!fromClient, dialogue(answering));
    } else if (!atStart) {
      // A capture that begins amid a connection may show a message's start later.
      in.discard(in.size());
    } else if (fromClient) {
      conversation.switchTo(new Opaque(conversation));
    } else {
      // A server that greets first may still meet a client that speaks otherwise.
      serverStrange = true;
    }
  }

  @Override
  public void gap(boolean fromClient, Inbox in, long length) {
    atStart = false;
    serverStrange = false;
  }

  @Override
  public void end(boolean fromClient, Inbox in) {}

  private void decide(boolean clientAsks, Dialogue dialogue) {
    if (clientAsks) {
      conversation.switchTo(dialogue);
    } else {
      conversation.swapAndSwitchTo(dialogue);
    }
  }

  private Dialogue dialogue(Guess guess) {
    return switch (guess) {
      case HTTP1 -> new Http1Dialogue(conversation, atStart);
      case HTTP2 -> new Http2Dialogue(conversation);
      case TLS -> new TlsDialogue(conversation);
      case DNS -> new DnsDialogue(conversation);
      case NONE -> new Opaque(conversation);
    };
  }

  /**
   * What it is, if these are the first bytes of the side that asks; null while they do not tell.
   */
  private @Nullable Guess asking(Inbox in) {
    if (in.startsWith(Http2Parser.PREFACE, true)) {
      return in.size() < Http2Parser.PREFACE.length ? null : Guess.HTTP2;
    }
    if (TlsRecord.mayStart(in, 1)) {
      return in.size() < TlsRecord.HEADER + 1 ? null : Guess.TLS;
    }
    Guess http = requestLine(in);
    return http == Guess.NONE ? dns(in, false) : http;
  }

  /** What it is, if these are the first bytes of the side that answers. */
  private @Nullable Guess answering(Inbox in) {
    if (in.startsWith(HTTP1_RESPONSE, true)) {
      return in.size() < HTTP1_RESPONSE.length ? null : Guess.HTTP1;
    }
    if (TlsRecord.mayStart(in, 2)) {
      return in.size() < TlsRecord.HEADER + 1 ? null : Guess.TLS;
    }
    if (!atStart && TlsRecord.mayContinue(in)) {
      return Guess.TLS;
    }
    return dns(in, true);
  }

  private static @Nullable Guess requestLine(Inbox in) {
    int i = 0;
    while (i < in.size() && i < 40 && Http1Head.isTokenCharacter(in.at(i))) {
      i++;
    }
    if (i == in.size() && i < 40) {
      return null;
    }
    if (i == 0 || in.at(i) != ' ') {
      return Guess.NONE;
    }
    int end = in.indexOf('\n', i);
    if (end < 0 && in.size() < LONGEST_LINE) {
      return null;
    }
    if (end < 0 || end >= LONGEST_LINE) {
      return Guess.NONE;
    }
    int length = in.at(end - 1) == '\r' ? end - 1 : end;
    return Http1Head.start(Text.of(in.copy(0, length), 0, length)) instanceof Http1Head.Request
        ? Guess.HTTP1
        : Guess.NONE;
  }

  /** DNS after its two bytes of length (RFC 7766): off its ports only a whole sound message. */
  private @Nullable Guess dns(Inbox in, boolean response) {
    boolean usual = DnsPorts.usual(conversation.port(true), conversation.port(false));
    int least = DnsDialogue.PREFIX + DnsMessage.HEADER;
    if (in.size() >= 2 && in.shortAt(0) < DnsMessage.HEADER) {
      return Guess.NONE;
    }
    if (!usual && in.size() >= 2 && in.shortAt(0) > LONGEST_DNS) {
      return Guess.NONE;
    }
    if (in.size() < least) {
      return null;
    }
    if (!DnsMessage.plausible(in.copy(DnsDialogue.PREFIX, DnsMessage.HEADER), response)) {
      return Guess.NONE;
    }
    if (usual) {
      return Guess.DNS;
    }
    int whole = DnsDialogue.PREFIX + in.shortAt(0);
    if (in.size() < whole) {
      return null;
    }
    DnsMessage message = DnsMessage.parse(in.copy(DnsDialogue.PREFIX, in.shortAt(0)));
    return message.isCertain() ? Guess.DNS : Guess.NONE;
  }
}
