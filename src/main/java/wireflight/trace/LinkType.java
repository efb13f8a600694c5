package wireflight.trace;

/**
 * A link-layer header type, by its number in the registry that pcap and pcapng share.
 *
 * <p>Any number may stand in a file, so this is an open set: the constants are those that
 * Wireflight decodes or writes.
 *
 * @param code the LINKTYPE_ value, 0 to 65535
 */
public record LinkType(int code) {
  public static final LinkType NULL = new LinkType(0);
  public static final LinkType ETHERNET = new LinkType(1);
  public static final LinkType PPP = new LinkType(9);
  public static final LinkType PPP_HDLC = new LinkType(50);
  public static final LinkType PPP_ETHER = new LinkType(51);
  public static final LinkType RAW = new LinkType(101);
  public static final LinkType IEEE802_11 = new LinkType(105);
  public static final LinkType LOOP = new LinkType(108);
  public static final LinkType LINUX_SLL = new LinkType(113);
  public static final LinkType IEEE802_11_RADIOTAP = new LinkType(127);
  public static final LinkType IPV4 = new LinkType(228);
  public static final LinkType IPV6 = new LinkType(229);
  public static final LinkType LINUX_SLL2 = new LinkType(276);
}
