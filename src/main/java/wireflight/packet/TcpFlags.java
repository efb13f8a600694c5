package wireflight.packet;

/** The flag bits of a TCP header (RFC 9293, section 3.1; RFC 3168; RFC 3540). */
public final class TcpFlags {
  public static final int FIN = 0x001;
  public static final int SYN = 0x002;
  public static final int RST = 0x004;
  public static final int PSH = 0x008;
  public static final int ACK = 0x010;
  public static final int URG = 0x020;
  public static final int ECE = 0x040;
  public static final int CWR = 0x080;
  public static final int NS = 0x100;

  private static final String LETTERS = "FSRPAUECN";

  private TcpFlags() {}

  /** One letter a flag that is set, lowest bit first, as in {@code SA} or {@code PA}. */
  public static String letters(int flags) {
    StringBuilder letters = new StringBuilder(9);
    for (int bit = 0; bit < LETTERS.length(); bit++) {
      if ((flags >> bit & 1) != 0) {
        letters.append(LETTERS.charAt(bit));
      }
    }
    return letters.toString();
  }
}
