using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Security;

namespace Axis.Hub.Tests.Agencies.Endpoint;

public sealed class AdapterListenerTests : IAsyncLifetime
{
    private EndpointHost host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await EndpointHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_registered_adapter_is_let_in_and_the_hub_proves_itself()
    {
        HttpClient client = host.Register("H37");
        (await client.GetAsync("/v1/agencies", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_certificate_is_no_connection() =>
        await Should.ThrowAsync<HttpRequestException>(() => host.Client(null).GetAsync("/v1/agencies", Cancelled));

    [Fact]
    public async Task A_certificate_of_another_authority_is_no_connection()
    {
        string folder = Directory.CreateTempSubdirectory("axis-stranger-").FullName;
        using var stranger = DevelopmentAuthority.CreateOrLoad(folder, host.Time);
        using X509Certificate2 certificate = stranger.IssueAdapter("H37", []);
        host.Enter("H37", certificate);
        await Should.ThrowAsync<HttpRequestException>(() => host.Client(certificate).GetAsync("/v1/agencies", Cancelled));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_expired_certificate_is_no_connection()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = host.Authority.IssueAdapter("H37", [], span: new(now.AddDays(-2), now.AddDays(-1)));
        host.Enter("H37", certificate);
        await Should.ThrowAsync<HttpRequestException>(() => host.Client(certificate).GetAsync("/v1/agencies", Cancelled));
    }

    [Fact]
    public async Task A_certificate_not_made_for_clients_is_no_connection()
    {
        using X509Certificate2 certificate = host.Authority.IssueServer();
        host.Enter("localhost", certificate);
        await Should.ThrowAsync<HttpRequestException>(() => host.Client(certificate).GetAsync("/v1/agencies", Cancelled));
    }

    [Fact]
    public async Task A_certificate_of_the_axis_that_is_not_the_registered_one_is_refused()
    {
        host.Register("H37");
        using X509Certificate2 second = host.Authority.IssueAdapter("H37", []);
        await ShouldRefuseAsync(host.Client(second));
    }

    [Fact]
    public async Task An_adapter_that_is_not_registered_is_refused()
    {
        using X509Certificate2 certificate = host.Authority.IssueAdapter("H99", []);
        await ShouldRefuseAsync(host.Client(certificate));
    }

    [Fact]
    public async Task A_suspended_adapter_is_refused_at_once()
    {
        HttpClient client = host.Register("H37");
        (await client.GetAsync("/v1/agencies", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Suspend("H37");
        await ShouldRefuseAsync(client);
    }

    [Fact]
    public async Task A_suspended_adapter_hears_since_when_and_nobody_else_hears_that_it_is()
    {
        HttpClient client = host.Register("H37");
        using X509Certificate2 stranger = host.Authority.IssueAdapter("H37", []);
        host.Suspend("H37", new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));

        HttpResponseMessage refused = await client.GetAsync("/v1/agencies", Cancelled);
        await ShouldBeAsync(refused, ErrorCatalogue.AdapterSuspended);
        (await refused.Content.ReadAsStringAsync(Cancelled)).ShouldContain("Adapter H37 is suspended since 12:00 02/03/2026.");
        await ShouldRefuseAsync(host.Client(stranger));
    }

    [Fact]
    public async Task The_listeners_are_kept_apart_whatever_the_Host_header_says()
    {
        using var plain = new HttpClient { BaseAddress = host.PlainAddress };
        (await plain.GetAsync("/console", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/agencies") { Headers = { Host = host.Address.Authority } };
        (await plain.SendAsync(request, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        HttpClient adapter = host.Register("H37");
        using var back = new HttpRequestMessage(HttpMethod.Get, "/console") { Headers = { Host = host.PlainAddress.Authority } };
        (await adapter.SendAsync(back, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Certificates_are_given_by_hash()
    {
        using X509Certificate2 certificate = host.Authority.IssueAdapter("H41", []);
        host.Enter("H41", certificate);
        HttpClient client = host.Register("H37");
        string hash = Axis.Contracts.Sealing.AgencyCertificate.HashOf(certificate);
        (await client.GetByteArrayAsync("/v1/certificates/" + hash, Cancelled)).ShouldBe(certificate.RawData);
        HttpResponseMessage none = await client.GetAsync("/v1/certificates/" + new string('a', 64), Cancelled);
        await ShouldBeAsync(none, ErrorCatalogue.NotFoundHere);
    }

    [Fact]
    public async Task The_directory_is_given_whole_and_by_changes()
    {
        DateTimeOffset noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        Guid ministry = Guid.Parse("00000000-0000-0000-0000-000000000001");
        Guid office = Guid.Parse("00000000-0000-0000-0000-000000000002");
        host.Agencies.Add(new(ministry, "G22", "Văn phòng Chính phủ", "Government Office", "central", null, "G22", true, false, noon));
        host.Agencies.Add(new(office, "G22.01", "Vụ", "Department", "unit", ministry, null, true, false, noon.AddHours(1)));
        host.Aliases.Add(new("G22", ministry, "qd20", null, null));
        host.Aliases.Add(new("000.00.00.G22", ministry, "qcvn102", null, noon));
        HttpClient client = host.Register("H37");

        DirectoryPage all = await PageAsync(client, "/v1/agencies");
        all.Agencies.Select(agency => agency.Code).ShouldBe(["G22", "G22.01"]);
        all.Agencies[0].Aliases.Count.ShouldBe(2);
        all.Agencies[1].ParentId.ShouldBe(ministry);

        DirectoryPage changed = await PageAsync(client, "/v1/agencies?since=2026-03-02T05:30:00Z");
        changed.Agencies.Single().Code.ShouldBe("G22.01");
        await ShouldBeAsync(await client.GetAsync("/v1/agencies?since=yesterday", Cancelled), ErrorCatalogue.ParameterForm);
    }

    [Fact]
    public async Task The_directory_tells_successors_suspensions_and_delegations()
    {
        DateTimeOffset noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        Guid merged = Guid.CreateVersion7();
        Guid successor = Guid.CreateVersion7();
        host.Agencies.Add(new(merged, "H20", "A", "", "province", null, "H20", false, false, noon) { SuspendedSince = noon });
        host.Agencies.Add(new(successor, "H37", "B", "", "province", null, "H37", true, false, noon));
        host.Aliases.Add(new("H20", merged, "qd20", null, null) { SuccessorCode = "H37", SuccessorFrom = noon });
        host.Delegations.Add(new(Guid.CreateVersion7(), successor, "H14", ["thong-bao"], noon, noon.AddDays(9), noon.AddDays(2)));
        HttpClient client = host.Register("H14");
        host.Register("H20");
        host.Suspend("H20", noon);

        DirectoryPage page = await PageAsync(client, "/v1/agencies");

        DirectoryAgency old = page.Agencies[0];
        (old.Active, old.SuspendedSince, old.AdapterSuspendedSince, old.Delegations).ShouldBe((false, noon, noon, null));
        old.Aliases.ShouldHaveSingleItem().ShouldBe(new DirectoryAlias("H20", "qd20") { Successor = "H37", SuccessorFrom = noon });
        DirectoryDelegation delegation = page.Agencies[1].Delegations.ShouldNotBeNull().ShouldHaveSingleItem();
        (delegation.Adapter, delegation.From, delegation.Until).ShouldBe(("H14", noon, noon.AddDays(2)));
        delegation.Types.ShouldBe(["thong-bao"]);
    }

    /// <summary>An adapter asks before it refuses a sender: what <c>axis-hub agency delegate</c> has just granted counts.</summary>
    [Fact]
    public async Task The_directory_tells_what_another_process_has_just_changed()
    {
        DateTimeOffset noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        Guid agency = Guid.CreateVersion7();
        host.Agencies.Add(new(agency, "H37", "A", "", "province", null, "H37", true, false, noon));
        HttpClient client = host.Register("H14");
        host.Snapshot = await host.LatestAsync(Cancelled);
        host.Delegations.Add(new(Guid.CreateVersion7(), agency, "H14", ["thong-bao"], noon, null, null));

        (await PageAsync(client, "/v1/agencies")).Agencies.ShouldHaveSingleItem().Delegations.ShouldNotBeNull().ShouldHaveSingleItem().Adapter.ShouldBe("H14");
    }

    private static async Task<DirectoryPage> PageAsync(HttpClient client, string path) =>
        WireJson.Read<DirectoryPage>(await client.GetByteArrayAsync(path, Cancelled));

    private static async Task ShouldRefuseAsync(HttpClient client) =>
        await ShouldBeAsync(await client.GetAsync("/v1/agencies", Cancelled), ErrorCatalogue.AdapterRefused);

    internal static async Task ShouldBeAsync(HttpResponseMessage response, ErrorEntry entry)
    {
        ((int)response.StatusCode).ShouldBe(entry.HttpStatus);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        problem.GetProperty("code").GetString().ShouldBe(entry.Code);
        problem.GetProperty("vietnamese").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }
}
