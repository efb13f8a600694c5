package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HpackTest {
  private static String decoded(Hpack hpack, String hex) {
    StringBuilder text = new StringBuilder();
    for (HpackTables.Header header : hpack.decode(Talk.hex(hex))) {
      text.append(header.name()).append('=').append(header.value()).append("; ");
    }
    return text.toString();
  }

  @Test
  void requestsOfTheRfcWithHuffmanCoding() {
    // RFC 7541, appendix C.4: three header blocks on one connection.
    Hpack hpack = new Hpack();
    assertThat(decoded(hpack, "8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff"))
        .isEqualTo(":method=GET; :scheme=http; :path=/; :authority=www.example.com; ");
    assertThat(decoded(hpack, "8286 84be 5886 a8eb 1064 9cbf"))
        .isEqualTo(
            ":method=GET; :scheme=http; :path=/; :authority=www.example.com; "
                + "cache-control=no-cache; ");
    assertThat(decoded(hpack, "8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf"))
        .isEqualTo(
            ":method=GET; :scheme=https; :path=/index.html; :authority=www.example.com; "
                + "custom-key=custom-value; ");
    assertThat(hpack.isBroken()).isFalse();
  }

  @Test
  void responsesOfTheRfcEvictFromASmallTable() {
    // RFC 7541, appendix C.5: a table of 256 bytes.
    Hpack hpack = new Hpack();
    hpack.decode(Talk.hex("3f e1 01"));
    assertThat(
            decoded(
                hpack,
                "4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133"
                    + "2032 303a 3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861"
                    + "6d70 6c65 2e63 6f6d"))
        .startsWith(":status=302; cache-control=private; date=Mon, 21 Oct 2013 20:13:21 GMT; ");
    assertThat(decoded(hpack, "4803 3330 37c1 c0bf"))
        .isEqualTo(
            ":status=307; cache-control=private; date=Mon, 21 Oct 2013 20:13:21 GMT; "
                + "location=https://www.example.com; ");
    assertThat(hpack.isBroken()).isFalse();
  }

  @Test
  void anIndexBeyondTheTablesBreaksTheDecoder() {
    Hpack hpack = new Hpack();
    assertThat(decoded(hpack, "82 ff 80 01")).isEqualTo(":method=GET; ");
    assertThat(hpack.isBroken()).isTrue();
  }

  @Test
  void aSmallBlockCannotDecodeToMuch() {
    Hpack hpack = new Hpack();
    byte[] bomb = new byte[4000 + 100_000];
    byte[] header = Talk.hex("40 01 61 7f a1 1e");
    System.arraycopy(header, 0, bomb, 0, header.length);
    Arrays.fill(bomb, header.length, header.length + 4000, (byte) 'x');
    Arrays.fill(bomb, header.length + 4000, bomb.length, (byte) 0xbe);
    assertThat(hpack.decode(bomb).stream().mapToInt(HpackTables.Header::size).sum())
        .isBetween(200_000, 300_000);
  }

  @Property(tries = 500)
  void randomBytesNeverThrow(@ForAll byte[] first, @ForAll byte[] second) {
    Hpack hpack = new Hpack();
    hpack.decode(first);
    hpack.decode(second);
    Huffman.decode(first);
  }
}
