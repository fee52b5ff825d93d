package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What was found, as a PDF of one page; the same message always makes the same bytes. */
@SuppressWarnings("ArrayRecordComponent") // bytes that are sent, never compared
record Extract(byte[] pdf) {
  private static final int LINE_POINTS = 28;

  static Extract of(StoredMessage stored) {
    List<String> lines =
        List.of(
            "上海市档案馆 档案证明",
            "编号 " + stored.serial(),
            "申请人 " + stored.message().name(),
            "档案类别 " + stored.message().item(),
            "出具时间 " + BusinessClock.stamp(stored.endedAt()));
    return new Extract(written(lines));
  }

  String sm3() {
    return Sm3.hex(pdf);
  }

  /** PDF 32000-1: a font that every reader has for Chinese, its text in UTF-16. */
  private static byte[] written(List<String> lines) {
    String page = page(lines);
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + page.length() + ">>stream\n" + page + "\nendstream",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H"
                + "/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
                + "<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/FontDescriptor 7 0 R>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
                + "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> places = new ArrayList<>();
    put(out, "%PDF-1.7\n");
    for (int i = 0; i < objects.size(); i++) {
      places.add(out.size());
      put(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int table = out.size();
    put(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(place -> put(out, String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    put(out, "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n");
    put(out, table + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static String page(List<String> lines) {
    StringBuilder page = new StringBuilder("BT /F1 16 Tf 72 770 Td ");
    for (String line : lines) {
      String hex = HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
      page.append('<').append(hex).append("> Tj 0 -").append(LINE_POINTS).append(" Td ");
    }
    return page.append("ET").toString();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
