using Axis.Contracts.Checks;

namespace Axis.Contracts.Tests.Checks;

public class DocumentTypesTests
{
    [Fact]
    public void List_775_has_4_normative_and_22_administrative_types()
    {
        var paperless = DocumentTypes.All.Where(type => type.IsPaperless).ToLookup(type => type.Family);

        paperless[DocumentFamily.Normative].Select(type => type.Vietnamese).ShouldBe(
            ["Thông tư", "Thông tư liên tịch", "Nghị quyết của Hội đồng nhân dân", "Quyết định của Ủy ban nhân dân"]);
        paperless[DocumentFamily.Administrative].Select(type => type.Abbreviation ?? type.Vietnamese).ShouldBe(
        [
            "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "TTr", "Công văn", "CĐ", "GUQ", "GM", "PG", "PC", "PB",
        ]);
        paperless.Sum(family => family.Count()).ShouldBe(4 + 22);
    }

    [Fact]
    public void Decree_30_has_the_22_and_7_more()
    {
        var administrative = DocumentTypes.All.Where(type => type.Family == DocumentFamily.Administrative).ToArray();

        administrative.Length.ShouldBe(29);
        administrative.Where(type => !type.IsPaperless).Select(type => type.Abbreviation ?? type.Vietnamese).ShouldBe(["BB", "HĐ", "BGN", "BTT", "GGT", "GNP", "Thư công"]);
    }

    /// <summary>Domain.md 3.3: list A is 1 to 13; list B has no gap, and 10 to 17 and from 27 on are known from memory only.</summary>
    [Fact]
    public void The_numbers_of_both_lists_are_all_there()
    {
        Numbers('A').Distinct().ShouldBe(Enumerable.Range(1, 13));
        Numbers('B').ShouldBe(Enumerable.Range(1, 32));
        DocumentTypes.All.Where(type => type.Confidence == "memory").Select(type => type.NationalCode![1..]).Select(int.Parse)
            .ShouldAllBe(number => (number >= 10 && number <= 17) || number >= 27);
    }

    [Fact]
    public void Every_row_is_whole()
    {
        DocumentTypes.All.Select(type => type.Key).ShouldBeUnique();
        DocumentTypes.All.Select(type => type.Vietnamese).ShouldBeUnique();
        DocumentTypes.All.ShouldAllBe(type => type.Key.Length > 0 && type.English.Length > 0 && type.Source.Length > 0);
        DocumentTypes.All.Select(type => type.Confidence).Distinct().ShouldBe(["verified", "memory"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Công văn", null, "cong-van", TypeMatch.Named)]
    [InlineData("CÔNG VĂN", 2, "cong-van", TypeMatch.Named)]
    [InlineData("Co\u0302ng va\u0306n ", null, "cong-van", TypeMatch.Named)]
    [InlineData("Quyết định", null, "quyet-dinh", TypeMatch.Named)]
    [InlineData("Quyết định (cá biệt)", null, "quyet-dinh", TypeMatch.Named)]
    [InlineData("Quyết định của UBND", null, "quyet-dinh-ubnd", TypeMatch.Named)]
    [InlineData("Nghị quyết", null, "nghi-quyet", TypeMatch.Named)]
    [InlineData("Giấy uỷ quyền", null, "giay-uy-quyen", TypeMatch.Named)]
    [InlineData("Bản thoả thuận", null, "ban-thoa-thuan", TypeMatch.Named)]
    [InlineData("QĐ", null, "quyet-dinh", TypeMatch.Named)]
    [InlineData("QyĐ", null, "quy-dinh", TypeMatch.Named)]
    [InlineData("HĐ", null, "hop-dong", TypeMatch.Named)]
    [InlineData("HD", null, "huong-dan", TypeMatch.Named)]
    [InlineData("ĐA", null, "de-an", TypeMatch.Named)]
    [InlineData("DA", null, "du-an", TypeMatch.Named)]
    [InlineData("Ðề án", null, "de-an", TypeMatch.Named)]
    [InlineData("Thông báo kết luận", null, "thong-bao", TypeMatch.Begun)]
    [InlineData("Luật Đất đai", null, "luat", TypeMatch.Begun)]
    [InlineData("Báo cáo tuần số 12", null, "bao-cao", TypeMatch.Begun)]
    [InlineData("Thông tư liên tịch số 1", null, "thong-tu-lien-tich", TypeMatch.Begun)]
    [InlineData("Thư điện tử", 18, "cong-van", TypeMatch.Numbered)]
    [InlineData("Thư điện tử", 30, "phieu-gui", TypeMatch.Numbered)]
    public void Knows_a_type(string name, int? code, string key, TypeMatch match)
    {
        var found = DocumentTypes.Find(name, code).ShouldNotBeNull();

        found.Type.Key.ShouldBe(key);
        found.Match.ShouldBe(match);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Thư điện tử", null)]
    [InlineData("Thư điện tử", 2)]
    [InlineData("Thư điện tử", 0)]
    [InlineData("Thư điện tử", 99)]
    [InlineData("Thư điện tử", -18)]
    [InlineData("De an", null)]
    [InlineData("QD", null)]
    [InlineData("CT mới", null)]
    [InlineData("Thông", null)]
    [InlineData("Côngvăn", null)]
    public void Does_not_guess(string name, int? code) => DocumentTypes.Find(name, code).ShouldBeNull();

    private static IEnumerable<int> Numbers(char list) =>
        DocumentTypes.All.Select(type => type.NationalCode).OfType<string>().Where(code => code[0] == list).Select(code => int.Parse(code[1..], null)).Order();
}
