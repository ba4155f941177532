using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Tests.Agencies.Endpoint;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Watch.Reconcile;
using Axis.TestKit;

namespace Axis.Hub.Tests.Watch;

/// <summary>Books over HTTPS, plain and zipped, and what is refused.</summary>
public sealed class ReconcileEndpointTests : IAsyncLifetime
{
    private EndpointHost host = null!;
    private HttpClient h37 = null!;
    private HttpClient g22 = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateOnly Today => VietnamTime.DateOf(host.Time.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        host = await EndpointHost.StartAsync();
        h37 = host.Register("H37", "H37");
        g22 = host.Register("G22", "G22");
        host.Flow.Time.AdjustTime(host.Time.GetUtcNow());
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_adapter_asks_what_is_expected_and_posts_its_books(bool zipped)
    {
        var receipt = await host.Flow.SubmitOneAsync(new Draft());
        await host.Flow.AcknowledgeAsync(host.Flow.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        var day = VietnamTime.DateOf(host.Flow.Time.GetUtcNow());
        host.Flow.Time.Advance(TimeSpan.FromMinutes(11));

        (await ReadAsync<ExpectedBooks>(await h37.GetAsync($"/v1/reconciliations/{day:yyyy-MM-dd}/expected", Cancelled))).Received.ShouldBe([receipt.Receivers[0].DeliveryId!.Value]);
        (await ReadAsync<ExpectedBooks>(await g22.GetAsync($"/v1/reconciliations/{day:yyyy-MM-dd}/expected", Cancelled))).Sent.ShouldBe([receipt.SubmissionId]);
        var answer = await ReadAsync<ReconciliationAnswer>(await PostAsync(h37, $"{day:yyyy-MM-dd}", Text("H37", day, host.Flow.Time.GetUtcNow()), zipped));
        answer.Differences.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.BooksArrivedMissing.Code);
    }

    [Fact]
    public async Task Books_of_another_adapter_or_day_or_form_are_refused()
    {
        var (day, now) = (Today, host.Time.GetUtcNow());
        foreach (var text in new[] { Text("G22", day, now), Text("H37", day.AddDays(-1), now), Text("H37", day, now).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal) })
        {
            await AdapterListenerTests.ShouldBeAsync(await PostAsync(h37, $"{day:yyyy-MM-dd}", text, zipped: false), ErrorCatalogue.BooksOfAnother);
        }

        await AdapterListenerTests.ShouldBeAsync(await PostAsync(h37, $"{day:yyyy-MM-dd}", "no books", zipped: false), ErrorCatalogue.BooksMalformed);
        using var broken = new StringContent("no zip") { Headers = { ContentEncoding = { "gzip" } } };
        await AdapterListenerTests.ShouldBeAsync(await h37.PostAsync($"/v1/reconciliations/{day:yyyy-MM-dd}", broken, Cancelled), ErrorCatalogue.BooksMalformed);
    }

    [Fact]
    public async Task A_day_to_come_and_one_long_ago_are_refused()
    {
        foreach (var day in new[] { Today.AddDays(1), Today.AddDays(-32) })
        {
            await AdapterListenerTests.ShouldBeAsync(await h37.GetAsync($"/v1/reconciliations/{day:yyyy-MM-dd}/expected", Cancelled), ErrorCatalogue.BooksDayOutside);
            await AdapterListenerTests.ShouldBeAsync(await PostAsync(h37, $"{day:yyyy-MM-dd}", Text("H37", day, host.Time.GetUtcNow()), zipped: false), ErrorCatalogue.BooksDayOutside);
        }

        await AdapterListenerTests.ShouldBeAsync(await h37.GetAsync("/v1/reconciliations/today/expected", Cancelled), ErrorCatalogue.ParameterForm);
        (await h37.GetAsync($"/v1/reconciliations/{Today:yyyy-MM-dd}/expected", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Books_wait_for_those_that_are_being_compared_and_come_again_when_that_takes_too_long()
    {
        var (gate, done) = (host.Flow.Get<CompareGate>(), new TaskCompletionSource<string>());
        var (day, first) = (Today, gate.PassAsync(() => done.Task, Cancelled));
        try
        {
            var refused = PostAsync(h37, $"{day:yyyy-MM-dd}", Text("H37", day, host.Time.GetUtcNow()), zipped: false);
            await WaitingAsync(refused);
            host.Flow.Time.Advance(CompareGate.Patience);
            using var answer = await refused;
            answer.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldBe(TimeSpan.FromSeconds(30));
            await AdapterListenerTests.ShouldBeAsync(answer, ErrorCatalogue.BooksBusy);

            var faulty = PostAsync(h37, $"{day:yyyy-MM-dd}", "no books", zipped: true);
            await WaitingAsync(faulty);
            faulty.IsCompleted.ShouldBeFalse("it is not read before its turn has come");
            host.Flow.Time.Advance(CompareGate.Patience);
            await AdapterListenerTests.ShouldBeAsync(await faulty, ErrorCatalogue.BooksBusy);

            var compared = PostAsync(h37, $"{day:yyyy-MM-dd}", Text("H37", day, host.Time.GetUtcNow()), zipped: false);
            await WaitingAsync(compared);
            done.SetResult("compared");
            (await ReadAsync<ReconciliationAnswer>(await compared)).Number.ShouldBe(1, "what was refused has left nothing");
        }
        finally
        {
            done.TrySetResult("over");
            await first;
        }

        Task WaitingAsync(Task post) => Eventually.Async(() => gate.Waiting == 1 || post.IsCompleted, TimeSpan.FromSeconds(30), () => "it waits", Cancelled);
    }

    [Fact]
    public async Task An_agency_closes_with_a_reason_what_is_its_own_to_deal_with_and_nothing_else()
    {
        var receipt = await host.Flow.SubmitOneAsync(new Draft());
        await host.Flow.AcknowledgeAsync(host.Flow.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        var (day, unknown) = (VietnamTime.DateOf(host.Flow.Time.GetUtcNow()), Guid.CreateVersion7());
        host.Flow.Time.Advance(TimeSpan.FromMinutes(11));
        var line = new BookLine(Received: new(unknown, "edoc", new string('a', 64), 1, ReceivedState.Done, host.Flow.Time.GetUtcNow().AddHours(-1), "H37"));
        var text = Text("H37", day, host.Flow.Time.GetUtcNow()) + Encoding.UTF8.GetString(WireJson.Write(line)) + "\n";
        (await ReadAsync<ReconciliationAnswer>(await PostAsync(h37, $"{day:yyyy-MM-dd}", text, zipped: false))).Differences.Count.ShouldBe(2);
        var missing = receipt.Receivers[0].DeliveryId!.Value;

        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, " "), ErrorCatalogue.ReasonRequired);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(g22, missing, "mine"), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, unknown, "no backup"), ErrorCatalogue.BooksCloseByOperators);
        (await CloseAsync(h37, missing, "Đơn vị đã có văn bản")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, "again"), ErrorCatalogue.NotFoundHere);
    }

    [Fact]
    public async Task What_an_agency_closes_in_its_name_is_its_own_and_the_same_again_is_answered_as_the_first_time()
    {
        var receipt = await host.Flow.SubmitOneAsync(new Draft());
        await host.Flow.AcknowledgeAsync(host.Flow.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        var day = VietnamTime.DateOf(host.Flow.Time.GetUtcNow());
        host.Flow.Time.Advance(TimeSpan.FromMinutes(11));
        (await ReadAsync<ReconciliationAnswer>(await PostAsync(h37, $"{day:yyyy-MM-dd}", Text("H37", day, host.Flow.Time.GetUtcNow()), zipped: false))).Differences.ShouldHaveSingleItem();
        var missing = receipt.Receivers[0].DeliveryId!.Value;
        var said = new CloseDifferenceRequest("Đơn vị đã có văn bản", "H37", "Trần Thị B");

        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, said with { Agency = "G22" }), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(g22, missing, said), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, said with { Agency = "H37.02" }), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, said with { By = "N/A" }), ErrorCatalogue.ActorUnnamed);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, said with { Reason = new string('x', 1_001) }), ErrorCatalogue.NoteTooLong);
        (await CloseAsync(h37, missing, said)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CloseAsync(h37, missing, said with { Reason = said.Reason + " " })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, said with { Reason = "again" }), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(await CloseAsync(h37, missing, said with { By = "Lê Văn C" }), ErrorCatalogue.NotFoundHere);
    }

    private static Task<HttpResponseMessage> CloseAsync(HttpClient client, Guid id, string reason) => CloseAsync(client, id, new CloseDifferenceRequest(reason));

    private static Task<HttpResponseMessage> CloseAsync(HttpClient client, Guid id, CloseDifferenceRequest body) =>
        client.PostAsync($"/v1/reconciliations/differences/{id}/close", new ByteArrayContent(WireJson.Write(body)) { Headers = { ContentType = new(WireNames.ContentType) } }, Cancelled);

    private static string Text(string adapter, DateOnly day, DateTimeOffset asOf) =>
        Encoding.UTF8.GetString(WireJson.Write(new DayBooks(DayBooks.CurrentVersion, adapter, day, asOf, FlowHost.SpoolOf(adapter)))) + "\n";

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string day, string text, bool zipped)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (zipped)
        {
            using var packed = new MemoryStream();
            await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                await zip.WriteAsync(bytes, Cancelled);
            }

            bytes = packed.ToArray();
        }

        using var body = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(DayBooks.ContentType) } };
        if (zipped)
        {
            body.Headers.ContentEncoding.Add("gzip");
        }

        return await client.PostAsync("/v1/reconciliations/" + day, body, Cancelled);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response) where T : class
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Cancelled));
        return WireJson.Read<T>(await response.Content.ReadAsByteArrayAsync(Cancelled));
    }
}
