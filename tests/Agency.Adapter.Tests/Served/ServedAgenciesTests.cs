using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.Served;

/// <summary>H37 has an adapter; H37.01 below it has none; H37.02 has one of its own; H37.01.05 lies below H37.01.</summary>
public sealed class ServedAgenciesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private readonly AdapterOptions options = new() { Code = "H37", SpoolFolder = Directory.CreateTempSubdirectory("axis-served-tests").FullName };
    private SpoolDatabase spool = null!;
    private readonly FakeTimeProvider time = new(Now);
    private AgencyDirectory directory = null!;
    private ServedAgencies served = null!;

    public async ValueTask InitializeAsync()
    {
        options.Agencies.Add(new AgencyOptions { Code = "H37" });
        options.Agencies.Add(new AgencyOptions { Code = "H41" });
        spool = new SpoolDatabase(options);
        directory = new AgencyDirectory(spool, time);
        served = new ServedAgencies(options, directory, time);
        var (root, child, own, grandchild) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await directory.UpdateAsync(
        [
            new(root, "H37", ["000.00.00.H37"], "Lạng Sơn", "", true, null, "H37"),
            new(child, "H37.01", [], "Sở", "", true, root),
            new(own, "H37.02", [], "Sở khác", "", true, root, "H37.02"),
            new(grandchild, "H37.01.05", [], "Chi cục", "", true, child),
            new(Guid.CreateVersion7(), "H41", [], "Nghệ An", "", true, null, "H41"),
            new(Guid.CreateVersion7(), "H20", ["000.00.00.H20"], "Cao Bằng", "", true, null, "OLD")
            {
                Successions = [new("H20", "H37", Now.AddDays(-4)), new("000.00.00.H20", "H37", Now.AddDays(-4))],
            },
            new(Guid.CreateVersion7(), "H29", [], "Sơn La", "", true, null, "H29")
            {
                Delegations =
                [
                    new("H37", Now.AddDays(-4), Now.AddDays(4), ["thong-bao", "normative"]), new("OTHER", Now.AddDays(-4)),
                ],
            },
        ]);
    }

    public ValueTask DisposeAsync()
    {
        spool.Dispose();
        Directory.Delete(options.SpoolFolder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("H37", true)]
    [InlineData("000.00.00.H37", true)]
    [InlineData("H37.01", true)]
    [InlineData("H37.01.05", true)]
    [InlineData("H37.02", false)]
    [InlineData("H41", false)]
    [InlineData("G99", false)]
    public void Lets_an_agency_speak_for_itself_and_for_those_served_beneath_it(string from, bool may) =>
        served.Judge("H37", from, PackageOf("Công văn")).ShouldBe(may ? SenderStanding.Served : SenderStanding.NotServed);

    /// <summary>The same words as at the hub's door (R4).</summary>
    [Theory]
    [InlineData("H37", "Thông báo", 0, SenderStanding.Served)]
    [InlineData("H41", "Thông báo", 0, SenderStanding.Served)]
    [InlineData("H37", "Thông tư", 0, SenderStanding.Served)]
    [InlineData("H37", "Công văn", 0, SenderStanding.OutsideDelegation)]
    [InlineData("H37", "Thông báo", -5, SenderStanding.OutsideDelegation)]
    [InlineData("H37", "Thông báo", 4, SenderStanding.OutsideDelegation)]
    public void Lets_its_agencies_send_for_one_that_delegates_within_types_and_dates(string agency, string type, int day, SenderStanding expected)
    {
        var then = new FakeTimeProvider(Now.AddDays(day));
        new ServedAgencies(options, new AgencyDirectory(spool, then), then).Judge(agency, "H29", PackageOf(type)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("H37", "H20", SenderStanding.Served)]
    [InlineData("H37", "000.00.00.H20", SenderStanding.Served)]
    [InlineData("H41", "H20", SenderStanding.NotServed)]
    public void Lets_a_successor_send_under_the_code_of_the_agency_merged_into_it(string agency, string from, SenderStanding expected) =>
        served.Judge(agency, from, PackageOf("Công văn")).ShouldBe(expected);

    [Fact]
    public void Reads_an_old_code_as_its_successors_from_its_day_on()
    {
        directory.Read("000.00.00.H20").ShouldNotBeNull().ShouldSatisfyAllConditions(read => read.Agency.Code.ShouldBe("H37"), read => read.Successor.ShouldBe("H37"));
        directory.Resolve("H20").ShouldNotBeNull().Code.ShouldBe("H20");
        new AgencyDirectory(spool, new FakeTimeProvider(Now.AddDays(-5))).Read("H20").ShouldNotBeNull().Agency.Code.ShouldBe("H20");
    }

    [Theory]
    [InlineData("OTHER", 0, "Công văn", true)]
    [InlineData("H37", 0, "Thông báo", true)]
    [InlineData("H37", 0, null, true)]
    [InlineData("H37", 0, "Công văn", false)]
    [InlineData("H41", 0, "Thông báo", false)]
    [InlineData("H37", 6, "Thông báo", false)]
    public void Accepts_the_acting_adapters_seal_for_one_that_delegates(string adapter, int sealedOn, string? type, bool speaks)
    {
        time.Advance(TimeSpan.FromDays(10));
        served.SpeaksFor(new SealVerdict(SealCode.Ok, "aa", "CN", adapter, [], null, null), "H29", Now.AddDays(sealedOn), type is null ? null : PackageOf(type)).ShouldBe(speaks);
    }

    [Theory]
    [InlineData("H37", "H20", true)]
    [InlineData("H20", "H20", true)]
    [InlineData("H41", "H20", false)]
    public void Accepts_the_successors_seal_for_a_merged_agencys_code(string named, string sender, bool speaks) =>
        served.SpeaksFor(new SealVerdict(SealCode.Ok, "aa", "CN", null, [named], null, null), sender, Now, null).ShouldBe(speaks);

    [Theory]
    [InlineData("H37", "H37")]
    [InlineData("000.00.00.H37", "H37")]
    [InlineData("H37.01.05", "H37")]
    [InlineData("H41", "H41")]
    [InlineData("H37.02", null)]
    [InlineData("G99", null)]
    public void Hands_a_delivery_to_the_nearest_configured_agency(string receiver, string? home) =>
        (served.HomeOf(receiver)?.Code).ShouldBe(home);

    [Theory]
    [InlineData("H37", "H37", true)]
    [InlineData("H37", "000.00.00.H37", true)]
    [InlineData("H37", "H37.01.05", true)]
    [InlineData("H37", "H37.02", false)]
    [InlineData("H41", "H37", false)]
    [InlineData("H41", "G99", true)]
    public void Repeats_the_judgement_whether_a_seal_speaks_for_the_sender(string named, string sender, bool speaks) =>
        served.SpeaksFor(new SealVerdict(SealCode.Ok, "aa", "CN", null, [named], null, null), sender, Now, null).ShouldBe(speaks);

    [Fact]
    public void Believes_an_adapters_certificate_for_whom_that_adapter_serves()
    {
        SealVerdict Of(string adapter) => new(SealCode.Ok, "aa", "CN", adapter, [], null, null);
        served.SpeaksFor(Of("H37"), "H37.01", Now, null).ShouldBeTrue();
        served.SpeaksFor(Of("H37"), "H37.02", Now, null).ShouldBeFalse();
        served.SpeaksFor(Of("H41"), "H37", Now, null).ShouldBeFalse();
    }

    [Fact]
    public void Keeps_the_directory_over_a_restart() => new AgencyDirectory(spool).Resolve("000.00.00.H37").ShouldNotBeNull().Code.ShouldBe("H37");

    private static Package PackageOf(string type)
    {
        var draft = Letters.Draft();
        var bytes = Letters.WriteAsync(draft with { Header = draft.Header with { TypeName = type } }).GetAwaiter().GetResult();
        return PackageReader.Read(bytes, ReadLimits.Default).ShouldBeOfType<ReadOutcome.Read>().Package;
    }
}
