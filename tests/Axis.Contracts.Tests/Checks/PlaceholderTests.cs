using Axis.Contracts.Checks;

namespace Axis.Contracts.Tests.Checks;

public class PlaceholderTests
{
    [Theory]
    [InlineData("N/A")]
    [InlineData("n / a")]
    [InlineData("null")]
    [InlineData("<NULL>")]
    [InlineData("none")]
    [InlineData("undefined")]
    [InlineData("String")]
    [InlineData("test")]
    [InlineData("TEST  TEST.")]
    [InlineData("...")]
    [InlineData("…")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("___")]
    [InlineData("?")]
    [InlineData("xxx")]
    [InlineData("aaaaaa")]
    [InlineData("x x x")]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("[object Object]")]
    [InlineData("Không có")]
    [InlineData("chưa cập nhật")]
    public void Stands_for_nothing(string text)
    {
        Placeholder.Is(text).ShouldBeTrue();
        Placeholder.IsBlank(text).ShouldBeFalse();
        Placeholder.IsId(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Hà Nội")]
    [InlineData("V/v kiểm thử")]
    [InlineData("Nguyễn Thị Na Na")]
    [InlineData("111")]
    [InlineData("x")]
    [InlineData("xx")]
    [InlineData("Không có chuyện đó")]
    [InlineData("Nullarbor")]
    [InlineData("testcase 1")]
    [InlineData("Ồ, không")]
    public void Says_something(string text)
    {
        Placeholder.Is(text).ShouldBeFalse();
        Placeholder.IsId(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData("null,2026/11/23,7816/VPCP")]
    [InlineData("G22,2026/11/23,undefined/VPCP")]
    [InlineData("doc_undefined")]
    [InlineData("doc-null")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Is_an_id_of_nothing(string id) => Placeholder.IsId(id).ShouldBeTrue();

    [Theory]
    [InlineData("7d0c2a54-0f0e-4b1b-9a51-3f6c1f2b0e11")]
    [InlineData("G22,2026/11/23,7816/VPCP-TTĐT")]
    [InlineData("000.00.01.H01,2018,10")]
    [InlineData("209")]
    public void Is_an_id(string id) => Placeholder.IsId(id).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00A0\u200B\uFEFF")]
    public void Is_blank(string? text)
    {
        Placeholder.IsBlank(text).ShouldBeTrue();
        Placeholder.Is(text).ShouldBeFalse();
        Placeholder.IsId(text).ShouldBeFalse();
    }
}
