package wireflight.drawing;

/**
 * The named colours that every diagram and every control uses, a set each for light, for dark and
 * for high contrast.
 *
 * <p>Colour is never the only sign: shape and text say the same. Still, text keeps the contrast of
 * WCAG 2.2 (1.4.3, and 1.4.6 in the set of high contrast), and what segments mean stays apart for
 * the colour-blind.
 *
 * @param dark whether this is the dark set
 * @param canvas behind the diagram
 * @param surface cards, heads of lifelines
 * @param border hairlines around surfaces
 * @param text what is read first
 * @param mutedText what is read second
 * @param lifeline the dashed line of a socket
 * @param accent the playhead, selection
 * @param accentSoft selection behind text
 * @param opening SYN segments and opening states
 * @param openingSoft behind opening states
 * @param data segments with data
 * @param established states in which data flows
 * @param establishedSoft behind those states
 * @param acknowledgment segments that only acknowledge
 * @param closing FIN segments and closing states
 * @param closingSoft behind closing states
 * @param error losses, resets, errors
 * @param errorSoft behind errors
 * @param datagram UDP datagrams
 * @param neutral states without a connection (LISTEN, CLOSED)
 * @param neutralSoft behind those states
 * @param call socket calls, the outline of their bars
 * @param callText the text of socket calls
 * @param callSoft the fill of call bars
 * @param onSolid text on a solid coloured plate
 */
public record Palette(
    boolean dark,
    Color canvas,
    Color surface,
    Color border,
    Color text,
    Color mutedText,
    Color lifeline,
    Color accent,
    Color accentSoft,
    Color opening,
    Color openingSoft,
    Color data,
    Color established,
    Color establishedSoft,
    Color acknowledgment,
    Color closing,
    Color closingSoft,
    Color error,
    Color errorSoft,
    Color datagram,
    Color neutral,
    Color neutralSoft,
    Color call,
    Color callText,
    Color callSoft,
    Color onSolid) {
  /** For daylight and paper. */
  public static final Palette LIGHT =
      new Palette(
          false,
          Color.rgb(0xffffff),
          Color.rgb(0xf6f7f9),
          Color.rgb(0xcbd2da),
          Color.rgb(0x1b1f24),
          Color.rgb(0x5b6470),
          Color.rgb(0x8a94a1),
          Color.rgb(0x235fe6),
          Color.rgb(0xe8effd),
          Color.rgb(0x1e45c8),
          Color.rgb(0xe8effd),
          Color.rgb(0x006347),
          Color.rgb(0x0f766e),
          Color.rgb(0xe6f6f1),
          Color.rgb(0x5c6878),
          Color.rgb(0x7640f7),
          Color.rgb(0xf1eafd),
          Color.rgb(0xc81e1e),
          Color.rgb(0xfee2e2),
          Color.rgb(0x00799b),
          Color.rgb(0x475569),
          Color.rgb(0xf1f5f9),
          Color.rgb(0xb45309),
          Color.rgb(0x92400e),
          Color.rgb(0xfde7c2),
          Color.rgb(0xffffff));

  /** For dark rooms. */
  public static final Palette DARK =
      new Palette(
          true,
          Color.rgb(0x14181d),
          Color.rgb(0x1e242b),
          Color.rgb(0x3a444f),
          Color.rgb(0xf0f3f6),
          Color.rgb(0xa3adb9),
          Color.rgb(0x66717e),
          Color.rgb(0x6ea8fe),
          Color.rgb(0x1d3050),
          Color.rgb(0x91b8ff),
          Color.rgb(0x1a2c4a),
          Color.rgb(0x4bddac),
          Color.rgb(0x4fd1b5),
          Color.rgb(0x12332c),
          Color.rgb(0xacb8c4),
          Color.rgb(0xa88fff),
          Color.rgb(0x2d2247),
          Color.rgb(0xff7b7b),
          Color.rgb(0x45191c),
          Color.rgb(0x40b5d4),
          Color.rgb(0xb3bfcd),
          Color.rgb(0x28303a),
          Color.rgb(0xf0a64b),
          Color.rgb(0xf5bd73),
          Color.rgb(0x4a3213),
          Color.rgb(0x0b0e12));

  /** For projectors in bright rooms and for weak eyes: seven to one for every text, no tints. */
  public static final Palette HIGH_CONTRAST =
      new Palette(
          false,
          Color.rgb(0xffffff),
          Color.rgb(0xffffff),
          Color.rgb(0x4a5360),
          Color.rgb(0x000000),
          Color.rgb(0x2b323b),
          Color.rgb(0x4a5360),
          Color.rgb(0x0c3aae),
          Color.rgb(0xfff0a3),
          Color.rgb(0x0c3aae),
          Color.rgb(0xffffff),
          Color.rgb(0x004832),
          Color.rgb(0x004832),
          Color.rgb(0xffffff),
          Color.rgb(0x3d4652),
          Color.rgb(0x6923d9),
          Color.rgb(0xffffff),
          Color.rgb(0xa00000),
          Color.rgb(0xffffff),
          Color.rgb(0x005e7f),
          Color.rgb(0x2b323b),
          Color.rgb(0xffffff),
          Color.rgb(0x7a3200),
          Color.rgb(0x5c2600),
          Color.rgb(0xffe6b0),
          Color.rgb(0xffffff));
}
