using Axis.Hub.Agencies;
using Axis.Hub.Platform.Security;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Agencies;

public sealed class RegistryTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Resolves_every_spelling_that_the_directory_gives(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var store = new RegistryStore(fixture.Database, TimeProvider.System);
        var outcome = await new ImportAgencies(store, TimeProvider.System).ImportAsync(AgencyFile.ReadSeed(), "operator:test", "seed", Cancellation);

        outcome.ShouldBe(new ImportAgencies.Outcome.Done(278, 0, 0, (278 * 2) + 207));
        using var registry = new SqlAgencyRegistry(store, TimeProvider.System);
        var directory = await registry.CurrentAsync(Cancellation);
        var agency = directory.Resolve("H29.14", DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        directory.Resolve("000.00.14.H29", DateTimeOffset.UnixEpoch).ShouldBe(agency);
        directory.Resolve("00.14.H29", DateTimeOffset.UnixEpoch).ShouldBe(agency);
        directory.Find(agency.ParentId!.Value)!.Code.ShouldBe("H29");
        directory.Resolve("H29.99.99", DateTimeOffset.UnixEpoch).ShouldBeNull();
        directory.Agencies.ShouldContain(entry => entry.NameVi == "Bộ Công an" && entry.Code == "G01");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Changes_known_agencies_in_place_and_keeps_their_ids(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var store = new RegistryStore(fixture.Database, TimeProvider.System);
        var import = new ImportAgencies(store, TimeProvider.System);
        await import.ImportAsync([Line(2, "H37", "Lạng Sơn"), Line(3, "H37.01", "Sở Y tế", "H37")], "operator:test", "a.csv", Cancellation);
        var before = (await store.LoadAsync(Cancellation)).Directory.Resolve("H37", DateTimeOffset.UnixEpoch)!;

        var outcome = await import.ImportAsync([Line(2, "H37", "Tỉnh Lạng Sơn"), Line(3, "H37.01", "Sở Y tế", "H37")], "operator:test", "b.csv", Cancellation);

        outcome.ShouldBe(new ImportAgencies.Outcome.Done(0, 1, 1, 0));
        var after = (await store.LoadAsync(Cancellation)).Directory.Resolve("H37", DateTimeOffset.UnixEpoch)!;
        after.AgencyId.ShouldBe(before.AgencyId);
        after.NameVi.ShouldBe("Tỉnh Lạng Sơn");
    }

    [Fact]
    public async Task Names_every_wrong_line_and_imports_nothing()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var store = new RegistryStore(fixture.Database, TimeProvider.System);
        var errors = (await new ImportAgencies(store, TimeProvider.System).ImportAsync(
            [Line(2, "H37", "A"), Line(3, "H 38", "B"), Line(4, "H39", "C", "H99"), Line(5, "H37", "D"), Line(6, "H40", "E") with { Code102 = "H37" }],
            "operator:test", "a.csv", Cancellation)).ShouldBeOfType<ImportAgencies.Outcome.Refused>().Errors;

        errors.Count.ShouldBe(4);
        errors[0].ShouldBe("line 3: H 38 is no agency code (letters, digits and dots, at most 35)");
        errors[1].ShouldBe("line 4: the parent H99 of H39 is not known");
        errors[2].ShouldBe("line 6: H37 already stands for another agency");
        errors[3].ShouldBe("lines 2, 5: H37 appears 2 times");
        (await store.LoadAsync(Cancellation)).Directory.Agencies.ShouldBeEmpty();
    }

    /// <summary>SQL Server would refuse the whole import in the middle, SQLite keep it: it is said before.</summary>
    [Fact]
    public void Names_a_text_that_is_longer_than_its_column()
    {
        var long401 = new string('x', 401);
        var (change, outcome) = ImportAgencies.Decide(
            [Line(2, "H37", long401) with { NameEn = "A", Source = long401, Kind = long401, Confidence = long401, Code102 = new string('1', 65), Code2803 = new string('2', 65) }, Line(3, "H38", new string('x', 400))],
            [], [], DateTimeOffset.UnixEpoch);
        change.IsEmpty.ShouldBeTrue();
        outcome.ShouldBeOfType<ImportAgencies.Outcome.Refused>().Errors.Select(error => error.Split(' ')[2])
            .ShouldBe(["name_vi", "kind", "code102", "code2803", "confidence", "source"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Cuts_an_adapters_name_and_takes_a_path_as_long_as_it_is(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var store = new RegistryStore(fixture.Database, TimeProvider.System);
        await store.SaveAdapterAsync(Adapter() with { Name = new string('x', 300) }, [], null, Act with { Subject = new string('/', 500) }, Cancellation);
        (await store.ListAdaptersAsync(Cancellation)).Single().Name.Length.ShouldBe(200);
    }

    [Fact]
    public void Says_which_columns_a_file_lacks()
    {
        var errors = new List<string>();
        AgencyFile.Read(new StringReader("code,name_vi\nH37,Lạng Sơn\n"), errors).ShouldBeEmpty();
        errors.ShouldBe(["line 1: column missing: code102, name_en, kind, parent_code"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Serves_agencies_below_an_adapters_own_and_finds_its_certificates_old_and_new(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        using var folder = new TempFolder();
        var store = new RegistryStore(fixture.Database, TimeProvider.System);
        await new ImportAgencies(store, TimeProvider.System).ImportAsync([Line(2, "H37", "A"), Line(3, "H37.01", "B", "H37")], "operator:test", "a.csv", Cancellation);
        using var authority = DevelopmentAuthority.CreateOrLoad(folder.Path, TimeProvider.System);
        using var first = authority.IssueAdapter("H37", ["H37"]);
        using var second = authority.IssueAdapter("H37", ["H37"]);
        var agency = (await store.LoadAsync(Cancellation)).Directory.Resolve("H37", DateTimeOffset.UnixEpoch)!.AgencyId;
        foreach (var certificate in new[] { first, second })
        {
            await store.SaveAdapterAsync(Adapter() with { CertificateSha256 = RegistryStore.Sha256Of(certificate) }, [agency], certificate, Act, Cancellation);
        }

        var (_, directory) = await store.LoadAsync(Cancellation);
        directory.AdapterServing(directory.Resolve("H37.01", DateTimeOffset.UnixEpoch)!)!.CertificateSha256.ShouldBe(RegistryStore.Sha256Of(second));
        (await store.FindCertificateAsync(RegistryStore.Sha256Of(first), Cancellation))!.Certificate.RawData.ShouldBe(first.RawData);
        (await store.ListCertificatesAsync(Cancellation)).Count.ShouldBe(2);
        (await store.FindCertificateAsync(new string('0', 64), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Sees_another_hubs_change_within_seconds_and_its_own_at_once()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var (store, others) = (new RegistryStore(fixture.Database, time), new RegistryStore(fixture.Database, time));
        using var registry = new SqlAgencyRegistry(store, time);
        (await registry.CurrentAsync(Cancellation)).Adapters.ShouldBeEmpty();
        await others.SaveAdapterAsync(Adapter(), [], null, Act, Cancellation);

        (await registry.CurrentAsync(Cancellation)).Adapters.ShouldBeEmpty();
        time.Advance(TimeSpan.FromSeconds(3));
        (await registry.CurrentAsync(Cancellation)).FindAdapter("H37")!.Active.ShouldBeTrue();

        await store.SaveAdapterAsync(Adapter() with { Status = AdapterRow.SuspendedStatus }, [], null, Act, Cancellation);
        (await registry.CurrentAsync(Cancellation)).FindAdapter("H37")!.Active.ShouldBeFalse();
    }

    [Fact]
    public async Task The_latest_snapshot_holds_what_another_hub_has_just_changed()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var (store, others) = (new RegistryStore(fixture.Database, time), new RegistryStore(fixture.Database, time));
        using var registry = new SqlAgencyRegistry(store, time);
        (await registry.CurrentAsync(Cancellation)).Adapters.ShouldBeEmpty();
        await others.SaveAdapterAsync(Adapter(), [], null, Act, Cancellation);

        (await registry.LatestAsync(Cancellation)).FindAdapter("H37")!.Active.ShouldBeTrue();
        (await registry.CurrentAsync(Cancellation)).FindAdapter("H37").ShouldNotBeNull();
    }

    private static RegistryAct Act => new("operator:test", "adapter-add", "H37", "");

    private static AdapterRow Adapter() => new() { Code = "H37", Name = "Lạng Sơn", CreatedAt = DateTimeOffset.UnixEpoch, ChangedAt = DateTimeOffset.UnixEpoch };

    private static AgencyLine Line(int number, string code, string name, string parent = "") => new(number, code, "", "", name, name, "unit", parent, "", "");
}
