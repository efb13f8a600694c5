package wireflight.connection;

import java.util.List;
import wireflight.packet.Decoder;
import wireflight.packet.IpHeader;
import wireflight.packet.PacketDigest;
import wireflight.packet.Scan;
import wireflight.trace.Frame;

/** Brings frames of a trace to what reads packets, which knows of no trace. */
public final class FrameScan {
  private FrameScan() {}

  /** Has a scan read a frame; see {@link Scan#scan}. */
  public static void scan(Scan scan, Frame frame) {
    scan.scan(
        frame.linkType().code(),
        frame.data(),
        frame.offset(),
        frame.length(),
        frame.originalLength());
  }

  /** The IP headers that tell of pieces; see {@link Decoder#pieces}. */
  public static List<IpHeader> pieces(Frame frame) {
    return Decoder.pieces(
        frame.linkType().code(),
        frame.data(),
        frame.offset(),
        frame.length(),
        frame.originalLength());
  }

  /** Has a scan read a frame, and gives the digest by which sightings of a packet are known. */
  static long digest(Scan scan, Frame frame) {
    scan(scan, frame);
    return PacketDigest.of(scan);
  }
}
