using System.Text;
using Axis.Contracts.Edxml;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Edxml;

public class FoldedTextTests
{
    private static readonly string[] Pieces =
    [
        "Quyết định", "VPCP-TTĐT", "đ", "Đ", "Ð", "ð", "Ɖ", "ɖ", "D", "d", "ỷ", "\u0323", "\u0302", "\u0301", "\u200B", "\u00AD", "\uFEFF", "\u2060", "\u00A0", "\u202F", "\u3000",
        " ", "\t", "\n", "\u0085", "\u2028", "-", "\u2010", "\u2015", "\u2212", "/", ".", "0", "00", "7816", "\u0345", "ß", "ı", "\uD83D\uDE00", "\uD800", "\uFFFE", "\u0000",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true);

    [Theory]
    [InlineData("Công văn", "CÔNG VĂN")]
    [InlineData("  công \u00A0 VĂN\t", "CÔNG VĂN")]
    [InlineData("Co\u0302ng va\u0306n", "CÔNG VĂN")]
    [InlineData("Co\u200B\u0302ng văn", "CÔNG VĂN")]
    [InlineData("Cong van", "CONG VAN")]
    [InlineData("Công\u200Bvăn", "CÔNGVĂN")]
    [InlineData("Công\u3000văn", "CÔNG VĂN")]
    [InlineData("Ðề án", "ĐỀ ÁN")]
    [InlineData("ɖề án", "ĐỀ ÁN")]
    [InlineData("De án", "DE ÁN")]
    [InlineData("TL. BỘ TRƯỞNG", "TL.BỘ TRƯỞNG")]
    [InlineData("hành chính – kinh tế", "HÀNH CHÍNH-KINH TẾ")]
    [InlineData("Nghị\u00ADquyết", "NGHỊQUYẾT")]
    [InlineData("\u200B \u00A0", "")]
    public void Folds_a_name(string text, string folded) => FoldedText.Name(text).ShouldBe(folded);

    [Theory]
    [InlineData("vpcp – ttđt", "VPCP-TTĐT")]
    [InlineData("VPCP \u2212 TTÐT", "VPCP-TTĐT")]
    [InlineData("2026 / TT \u2011 BTC", "2026/TT-BTC")]
    [InlineData("VPCP\u2015TTƉT\u200E", "VPCP-TTĐT")]
    [InlineData("VPCP-TTDT", "VPCP-TTDT")]
    public void Folds_a_notation(string text, string folded) => FoldedText.Notation(text).ShouldBe(folded);

    [Theory]
    [InlineData("007816", "7816")]
    [InlineData(" 0 12a", "12A")]
    [InlineData("000", "0")]
    [InlineData("0", "0")]
    [InlineData("100", "100")]
    [InlineData("", "")]
    public void Folds_a_number(string text, string folded) => FoldedText.Number(text).ShouldBe(folded);

    [Theory]
    [InlineData(" V/v  gửi\u00A0\u2013 nhận\u200B ", "V/v gửi - nhận")]
    [InlineData("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt")]
    [InlineData("\uFEFF", "")]
    public void Cleans_a_text_without_folding_its_case(string text, string plain) => FoldedText.Plain(text).ShouldBe(plain);

    [Fact]
    public void Folding_again_changes_nothing() => Prop.ForAll(Texts, text =>
        FoldedText.Name(FoldedText.Name(text)) == FoldedText.Name(text)
        && FoldedText.Notation(FoldedText.Notation(text)) == FoldedText.Notation(text)
        && FoldedText.Number(FoldedText.Number(text)) == FoldedText.Number(text)
        && FoldedText.Plain(FoldedText.Plain(text)) == FoldedText.Plain(text)).Check(Config);

    [Fact]
    public void Composed_and_decomposed_spellings_are_the_same() => Prop.ForAll(Texts, text =>
    {
        var sound = string.Concat(text.Where(character => !char.IsSurrogate(character) && character != '\uFFFE'));
        var composed = sound.Normalize(NormalizationForm.FormC);
        var decomposed = sound.Normalize(NormalizationForm.FormD);
        return FoldedText.Name(composed) == FoldedText.Name(decomposed)
            && FoldedText.Notation(composed) == FoldedText.Notation(decomposed)
            && FoldedText.Plain(composed) == FoldedText.Plain(decomposed);
    }).Check(Config);

    /// <summary>The Greek iota below is a mark in one case and a letter in the other, so it is no matter of case alone.</summary>
    [Fact]
    public void Case_does_not_count() => Prop.ForAll(Texts.Filter(text => !text.Contains('\u0345', StringComparison.Ordinal)), text =>
        FoldedText.Name(text.ToUpperInvariant()) == FoldedText.Name(text)).Check(Config);
}
