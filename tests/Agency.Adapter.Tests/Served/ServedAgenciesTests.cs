using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Tests.Served;

/// <summary>H37 has an adapter; H37.01 below it has none; H37.02 has one of its own; H37.01.05 lies below H37.01.</summary>
public sealed class ServedAgenciesTests : IAsyncLifetime
{
    private readonly AdapterOptions options = new() { Code = "H37", SpoolFolder = Directory.CreateTempSubdirectory("axis-served-tests").FullName };
    private SpoolDatabase spool = null!;
    private AgencyDirectory directory = null!;
    private ServedAgencies served = null!;

    public async ValueTask InitializeAsync()
    {
        options.Agencies.Add(new AgencyOptions { Code = "H37" });
        options.Agencies.Add(new AgencyOptions { Code = "H41" });
        spool = new SpoolDatabase(options);
        directory = new AgencyDirectory(spool);
        served = new ServedAgencies(options, directory);
        var (root, child, own, grandchild) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await directory.UpdateAsync(
        [
            new(root, "H37", ["000.00.00.H37"], "Lạng Sơn", "", true, null, "H37"),
            new(child, "H37.01", [], "Sở", "", true, root),
            new(own, "H37.02", [], "Sở khác", "", true, root, "H37.02"),
            new(grandchild, "H37.01.05", [], "Chi cục", "", true, child),
            new(Guid.CreateVersion7(), "H41", [], "Nghệ An", "", true, null, "H41"),
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
        served.MaySpeakAs("H37", from).ShouldBe(may);

    [Theory]
    [InlineData("H37", "H37")]
    [InlineData("000.00.00.H37", "H37")]
    [InlineData("H37.01.05", "H37")]
    [InlineData("H41", "H41")]
    [InlineData("H37.02", null)]
    [InlineData("G99", null)]
    public void Hands_a_delivery_to_the_nearest_configured_agency(string receiver, string? home) =>
        served.HomeOf(receiver)?.Code.ShouldBe(home);

    [Theory]
    [InlineData("H37", "H37", true)]
    [InlineData("H37", "000.00.00.H37", true)]
    [InlineData("H37", "H37.01.05", true)]
    [InlineData("H37", "H37.02", false)]
    [InlineData("H41", "H37", false)]
    [InlineData("H41", "G99", true)]
    public void Repeats_the_judgement_whether_a_seal_speaks_for_the_sender(string named, string sender, bool speaks) =>
        served.SpeaksFor(new SealVerdict(SealCode.Ok, "aa", "CN", null, [named], null, null), sender).ShouldBe(speaks);

    [Fact]
    public void Believes_an_adapters_certificate_for_whom_that_adapter_serves()
    {
        SealVerdict Of(string adapter) => new(SealCode.Ok, "aa", "CN", adapter, [], null, null);
        served.SpeaksFor(Of("H37"), "H37.01").ShouldBeTrue();
        served.SpeaksFor(Of("H37"), "H37.02").ShouldBeFalse();
        served.SpeaksFor(Of("H41"), "H37").ShouldBeFalse();
    }

    [Fact]
    public void Keeps_the_directory_over_a_restart() => new AgencyDirectory(spool).Resolve("000.00.00.H37")?.Code.ShouldBe("H37");
}
