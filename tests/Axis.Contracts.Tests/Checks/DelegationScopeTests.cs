using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Tests.Edxml;

namespace Axis.Contracts.Tests.Checks;

public class DelegationScopeTests
{
    [Theory]
    [InlineData("TB", "thong-bao")]
    [InlineData("  Thông báo ", "thong-bao")]
    [InlineData("thong-bao", "thong-bao")]
    [InlineData("Normative", "normative")]
    [InlineData("administrative", "administrative")]
    [InlineData("STATUS", "status")]
    [InlineData("Thông báo kết luận", null)]
    [InlineData("everything", null)]
    [InlineData("", null)]
    public void Reads_what_people_write(string entry, string? word) => DelegationScope.Find(entry).ShouldBe(word);

    [Theory]
    [InlineData(null, "Thông báo", true)]
    [InlineData("thong-bao", "THÔNG BÁO", true)]
    [InlineData("thong-bao", "Thông báo kết luận", true)]
    [InlineData("thong-bao", "Công văn", false)]
    [InlineData("administrative", "Công văn", true)]
    [InlineData("normative", "Công văn", false)]
    [InlineData("normative", "Thông tư", true)]
    [InlineData("thong-bao,normative", "Thông tư", true)]
    [InlineData("administrative,normative", "Không có loại này", false)]
    [InlineData("status", "Công văn", false)]
    public void Covers_documents_by_type_and_family(string? scope, string type, bool covered) =>
        DelegationScope.Covers(scope?.Split(','), Edoc(type)).ShouldBe(covered);

    [Theory]
    [InlineData(null, true)]
    [InlineData("status", true)]
    [InlineData("thong-bao,administrative,normative", false)]
    public void Covers_statuses_by_their_own_word(string? scope, bool covered) => DelegationScope.Covers(scope?.Split(','), Sample.Status.Read().Package()).ShouldBe(covered);

    private static Package Edoc(string type) => DoorCases.Package with { Edoc = DoorCases.Package.Edoc! with { TypeName = type, TypeCode = null } };
}
