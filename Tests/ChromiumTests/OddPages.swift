/// Short pages on which tokenizers disagree.
enum OddPages {
  static let all = references + rawTexts + comments + attributes + others

  private static let names = [
    "amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "not", "notin", "eacute", "Eacute", "rarr", "hellip", "rsquo",
    "Yuml", "yen",
    "AMP", "frac12", "sup1", "thorn", "euro", "apos", "ang", "NotEqualTilde", "CounterClockwiseContourIntegral",
    "nosuch", "ampx",
    "#233", "#xE9", "#XE9", "#0", "#128", "#x80", "#x9F", "#xD800", "#x110000", "#99999999999", "#", "#x", "#xG", "#13",
    "#10",
  ]

  private static let references = names.flatMap { name in
    ["", ";", "x", "=", " ", "&", ";;", "1;"].flatMap { end in
      ["<p>a&\(name)\(end)b", "<p title=\"a&\(name)\(end)b\">", "<p title=a&\(name)\(end)>"]
    }
  }

  private static let rawTexts = [
    "<title>a<b>&amp;</title>c", "<title>a</titlebar>b</title>c", "<title>a</title", "<textarea><p>&lt;</textarea>x",
    "<textarea>\nx</textarea>", "<style>a<b>&amp;</style>x", "<style></style/>x", "<script>a</script\tb>x",
    "<xmp>&amp;<b></xmp>x",
    "<script><!--<script></script>--></script>x", "<script><!--></script>x", "<script><!-- <script> </script>x",
    "<script><!-- <scripty> </script>x", "<script><!-- --> <script> </script>x",
    "<script><!--<script/ </script/ --></script>x",
    "<script><!--<script>--></script>x", "<SCRIPT>a</Script>x", "<iframe><b></iframe>x", "<noembed><b></noembed>x",
    "<plaintext>a</plaintext><b>", "<noscript><b>a</b></noscript>x", "<svg><title>a<b>c</b></title></svg>x",
    "<svg><style>a<g>b</style></svg>x", "<svg><script>a<g>b</script></svg>x", "<svg><![CDATA[<b>&amp;]]>x</svg>y",
    "<svg><desc><![CDATA[a]]></desc></svg>x", "<math><mi><![CDATA[a]]></mi></math>x", "<svg><p>a</svg>b",
    "<svg><g/>a</svg>",
    "<svg><foreignObject><style>a<b></style></foreignObject></svg>x", "<svg/>x", "<math/>x", "<div/>x",
    "<svg><font>a</font></svg>", "<svg><font color=x>a</font></svg>", "<svg><tspan>a<b>c</svg>",
  ]

  private static let comments = [
    "<!-- a -->b", "<!-->b", "<!--->b", "<!---->b", "<!--a--!>b", "<!--a--!b-->c", "<!--a-- >b-->c", "<!--<!--a-->b",
    "<!--a",
    "<!--a--", "<!--a-", "<!x>b", "<!>b", "<!-a>b", "<!DOCTYPE a>b", "<!DOCTYPE html \">\">b", "<?a?>b", "<?a",
    "</ a>b", "</>b",
    "</3>b", "</", "<", "< a>b", "<3", "a<", "<!--a--!-->b", "<!----!>b", "<!--->-->b",
  ]

  private static let attributes = [
    "<a b>c", "<a b=c>d", "<a b = c>d", "<a b='c\"d'>", "<a b=\"c>d\">", "<a b=c/>d", "<a b/c=d/>", "<a =b=c>",
    "<a ==b>", "<a b==c>",
    "<a b=c b=d>", "<a B=c>", "<a b=\n'c'>", "<a\u{C}b=c>", "<a\u{B}b=c>", "<a b=c\u{B}d>", "<a b='c'd='e'>",
    "<a b=\"c\"d>", "<a \"b\">",
    "<a b=c'd>", "<a b=`c`>", "<a b=>c", "<a b= >c", "<a <b>c", "<a/ b>c", "<a / >c", "<a//>c", "<a b='c", "<a b=c",
    "<a b", "<a",
    "<a b='\r\nc\rd'>", "<é>a", "<aé b>c", "<a é=ü>", "<a b='&'c>", "<p id=a id=A>", "<a b=<c>d",
  ]

  private static let others = [
    "<ul><li>a<li>b</ul>c", "<p>a<p>b", "<p>a<div>b", "<dl><dt>a<dd>b</dl>", "<table><tr><td>a<td>b</table>c",
    "<h1>a<h2>b</h2></h1>", "<span><div></span>a</div>", "a\r\nb\rc", "<select><option>a<option>b</select>",
    "<details><summary>a</summary>b</details>", "<p><ul><li>a</ul>", "<ruby>a<rt>b<rp>c</ruby>",
  ]
}
