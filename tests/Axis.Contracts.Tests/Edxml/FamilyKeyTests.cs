using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

public class FamilyKeyTests
{
    private static readonly DateOnly Date = new(2026, 11, 23);
    private static readonly string Key = FamilyKey.Of("g22", Date, "7816", "VPCP-TTĐT", "Công văn");

    [Fact]
    public void Is_fixed() => Key.ShouldBe("d9563d5cc9afb4df2dda9570915c4a75fc84a507b078d4e70dc02f9a94678f2f");

    [Theory]
    [InlineData("7816", "vpcp-ttđt", "công văn")]
    [InlineData("07816", " VPCP - TTĐT ", "Công  văn")]
    [InlineData("7816", "VPCP–TTĐT", "Co\u0302ng va\u0306n")]
    [InlineData("7816", "VPCP\u2011TT\u0110T\u200B", " CÔNG VĂN ")]
    [InlineData("7816", "VPCP-TTÐT", "Công văn")]
    [InlineData("7816", "VPCP-TTƉT", "Co\u200B\u0302ng văn")]
    [InlineData("0007816", "vpcp\u2212tt\u00ADđt", "Công\u00A0văn")]
    public void Is_the_same_for_other_spellings(string number, string notation, string type) =>
        FamilyKey.Of("G22", new DateOnly(2026, 1, 1), number, notation, type).ShouldBe(Key);

    [Theory]
    [InlineData("G23", 2026, "7816", "VPCP-TTĐT", "Công văn")]
    [InlineData("G22", 2025, "7816", "VPCP-TTĐT", "Công văn")]
    [InlineData("G22", 2026, "7817", "VPCP-TTĐT", "Công văn")]
    [InlineData("G22", 2026, "7816", "VPCP-TTDT", "Công văn")]
    [InlineData("G22", 2026, "7816", "VPCP-TTĐT", "Quyết định")]
    [InlineData("G22", 2026, "7816", "VPCPTTĐT", "Công văn")]
    public void Differs_for_another_document(string sender, int year, string number, string notation, string type) =>
        FamilyKey.Of(sender, new DateOnly(year, 11, 23), number, notation, type).ShouldNotBe(Key);

    [Fact]
    public void Keeps_its_parts_apart() =>
        FamilyKey.Of("G22", Date, "1", "23", "x").ShouldNotBe(FamilyKey.Of("G22", Date, "12", "3", "x"));

    [Fact]
    public void Stands_half_surrogates() => FamilyKey.Of("G22", Date, "1", "\uD800", "x").Length.ShouldBe(64);
}
