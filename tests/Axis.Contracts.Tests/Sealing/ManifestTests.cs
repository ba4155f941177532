using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Sealing;

public sealed class ManifestTests
{
    private const string Canonical =
        """{"kind":"status","packageLength":4096,"packageSha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","receivers":["H37.02","Sở \"X\""],"sealedAt":"2026-03-02T05:00:00.120Z","sender":"000.00.00.G22","submissionId":"0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae001","targetDelivery":"0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae002","targetDoneAt":"2026-03-02T04:59:59.000Z","version":1}""";

    private static readonly Manifest Sample = new(
        1, Guid.Parse("0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae001"), Manifest.Status, "000.00.00.G22", ["H37.02", "Sở \"X\""],
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 4096,
        new DateTimeOffset(2026, 3, 2, 12, 0, 0, 120, TimeSpan.FromHours(7)).AddTicks(77),
        Guid.Parse("0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae002"), new DateTimeOffset(2026, 3, 2, 4, 59, 59, TimeSpan.Zero));

    [Fact]
    public void Its_bytes_are_fixed() => Encoding.UTF8.GetString(Sample.ToBytes()).ShouldBe(Canonical);

    [Fact]
    public void Reads_what_it_writes()
    {
        Manifest read = Manifest.Read(Sample.ToBytes()).Manifest!;
        read.Receivers.ShouldBe(Sample.Receivers);
        (read with { Receivers = Sample.Receivers }).ShouldBe(Sample);
    }

    [Theory, InlineData(null), InlineData("Văn thư")]
    public void Names_who_checked(string? position)
    {
        Manifest named = Sample with { CheckedBy = new("Nguyễn Thị Hoa", Sample.SealedAt.AddTicks(5), position) };
        byte[] bytes = named.ToBytes();

        Encoding.UTF8.GetString(bytes).ShouldBe(
            """{"checkedBy":{"at":"2026-03-02T05:00:00.120Z","name":"Nguyễn Thị Hoa" """.TrimEnd()
            + (position is null ? "" : $",\"position\":\"{position}\"") + "}," + Canonical[1..]);
        Manifest.Read(bytes).Manifest!.CheckedBy.ShouldBe(named.CheckedBy);
    }

    [Theory, InlineData(""), InlineData(" "), InlineData("N/A"), InlineData("test"), InlineData("-"), InlineData("a\tb")]
    public void A_checker_without_a_name_is_refused(string name)
    {
        Should.Throw<InvalidOperationException>(() => (Sample with { CheckedBy = new(name, Sample.SealedAt) }).ToBytes());
        Should.Throw<InvalidOperationException>(() => (Sample with { CheckedBy = new("Nguyễn Thị Hoa", Sample.SealedAt, name) }).ToBytes());
        Should.Throw<InvalidOperationException>(() => (Sample with { CheckedBy = new(new string('x', 201), Sample.SealedAt) }).ToBytes());
    }

    [Theory]
    [InlineData("\"checkedBy\":1,")]
    [InlineData("\"checkedBy\":{},")]
    [InlineData("\"checkedBy\":{\"name\":\"Hoa\"},")]
    [InlineData("\"checkedBy\":{\"at\":\"2026-03-02T05:00:00.120Z\",\"name\":\"N/A\"},")]
    [InlineData("\"checkedBy\":{\"at\":\"2026-03-02T05:00:00.120Z\",\"name\":\"Hoa\",\"place\":\"x\"},")]
    public void A_checker_that_says_otherwise_is_refused(string member) =>
        Refused("{" + member + Canonical[1..]).Code.ShouldBe(ErrorCatalogue.ManifestMember.Code);

    [Fact]
    public void Text_is_not_normalised()
    {
        Manifest composed = Sample with { Sender = "S\u1EDF" };
        Manifest decomposed = Sample with { Sender = "So\u031B\u0309" };
        composed.ToBytes().ShouldNotBe(decomposed.ToBytes());
        Manifest.Read(decomposed.ToBytes()).Manifest!.Sender.ShouldBe("So\u031B\u0309");
    }

    [Fact]
    public void Absent_members_are_left_out() =>
        Encoding.UTF8.GetString((Sample with { Kind = Manifest.Edoc, TargetDelivery = null, TargetDoneAt = null }).ToBytes())
            .ShouldNotContain("target");

    [Theory]
    [InlineData("2", "2"), InlineData("\"1\"", "\"1\""), InlineData("null", "null"), InlineData("1.5", "1.5")]
    public void An_unknown_version_is_refused_by_name(string version, string named)
    {
        Finding finding = Refused(Canonical.Replace("\"version\":1", "\"version\":" + version, StringComparison.Ordinal));
        finding.Code.ShouldBe(ErrorCatalogue.ManifestVersionUnknown.Code);
        finding.English.ShouldContain(named);
    }

    [Fact]
    public void A_later_version_is_refused_by_name_whatever_else_it_holds()
    {
        Finding finding = Refused("""{"later":{"a":1},"version":7}""".Replace("{\"a\":1}", "1", StringComparison.Ordinal));
        finding.Code.ShouldBe(ErrorCatalogue.ManifestVersionUnknown.Code);
        finding.English.ShouldContain("7");
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":1,\"version\":1", "AXS-3101")]
    [InlineData("\"kind\":\"status\"", "\"extra\":1,\"kind\":\"status\"", "AXS-3103")]
    [InlineData("\"kind\":\"status\"", "\"\\ud800\":1,\"kind\":\"status\"", "AXS-3101")]
    [InlineData("\"kind\":\"status\"", "\"\\ud800\":1,\"\\ud800\":1,\"kind\":\"status\"", "AXS-3101")]
    [InlineData("\"kind\":\"status\"", "\"kind\":\"letter\"", "AXS-3103")]
    [InlineData("\"kind\":\"status\"", "\"kind\":\"edoc\"", "AXS-3103")]
    [InlineData("\"kind\":\"status\"", "\"kind\": \"status\"", "AXS-3104")]
    [InlineData("\"kind\":\"status\"", "\"kind\":\"st\\u0061tus\"", "AXS-3104")]
    [InlineData("\"kind\":\"status\"", "\"kind\":\"st\\ud800\"", "AXS-3103")]
    [InlineData("\"packageLength\":4096", "\"packageLength\":0", "AXS-3103")]
    [InlineData("\"packageLength\":4096", "\"packageLength\":4.096e3", "AXS-3103")]
    [InlineData("\"packageLength\":4096", "\"packageLength\":9007199254740992", "AXS-3103")]
    [InlineData("e3b0c4", "E3B0C4", "AXS-3103")]
    [InlineData("[\"H37.02\",\"Sở \\\"X\\\"\"]", "[]", "AXS-3103")]
    [InlineData("[\"H37.02\",\"Sở \\\"X\\\"\"]", "[\"\"]", "AXS-3103")]
    [InlineData("[\"H37.02\",\"Sở \\\"X\\\"\"]", "[[\"H37\"]]", "AXS-3101")]
    [InlineData("\"sender\":\"000.00.00.G22\",", "", "AXS-3103")]
    [InlineData("\"sender\":\"000.00.00.G22\"", "\"sender\":\"a\\tb\"", "AXS-3103")]
    [InlineData("0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae001", "0B2E4D0A-93a4-5c55-8b0e-0d6f3f9ae001", "AXS-3104")]
    [InlineData("0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae001", "0b2e4d0a93a45c558b0e0d6f3f9ae001", "AXS-3103")]
    [InlineData("2026-03-02T05:00:00.120Z", "2026-03-02T05:00:00.120+00:00", "AXS-3103")]
    [InlineData("2026-03-02T05:00:00.120Z", "2026-02-30T05:00:00.120Z", "AXS-3103")]
    [InlineData("\"targetDelivery\":\"0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae002\",", "", "AXS-3103")]
    [InlineData("\"targetDelivery\":\"0b2e4d0a-93a4-5c55-8b0e-0d6f3f9ae002\"", "\"targetDelivery\":null", "AXS-3103")]
    [InlineData("{\"kind", " {\"kind", "AXS-3104")]
    [InlineData("\"version\":1}", "\"version\":1}{}", "AXS-3101")]
    public void Anything_but_the_canonical_form_is_refused(string part, string changed, string code) =>
        Refused(Canonical.Replace(part, changed, StringComparison.Ordinal)).Code.ShouldBe(code);

    [Fact]
    public void More_than_the_limit_is_refused()
    {
        Refused(new string(' ', Manifest.MaxBytes + 1)).Code.ShouldBe(ErrorCatalogue.ManifestTooLarge.Code);
        Should.Throw<InvalidOperationException>(() =>
            (Sample with { Receivers = [.. Enumerable.Repeat("H37", Manifest.MaxReceivers + 1)] }).ToBytes());
        Should.Throw<InvalidOperationException>(() => (Sample with { Sender = "\ud800" }).ToBytes());
    }

    [Fact]
    public void No_bytes_end_in_an_exception_and_what_is_accepted_is_canonical()
    {
        byte[] canonical = Encoding.UTF8.GetBytes(Canonical);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(2_000);
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Never(bytes)).Check(config);
        Prop.ForAll(Gen.Choose(0, canonical.Length - 1).ToArbitrary(), ArbMap.Default.ArbFor<byte>(), (at, with) =>
        {
            byte[] changed = [.. canonical];
            changed[at] = with;
            return Never(changed);
        }).Check(config);

        static bool Never(byte[] bytes) => Manifest.Read(bytes) switch
        {
            ManifestOutcome.Accepted accepted => accepted.Value.ToBytes().AsSpan().SequenceEqual(bytes),
            ManifestOutcome.Refused refused => refused.Finding.Code.StartsWith("AXS-31", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static Finding Refused(string json) =>
        Manifest.Read(Encoding.UTF8.GetBytes(json)).ShouldBeOfType<ManifestOutcome.Refused>().Finding;
}
