using System.Net.Http.Json;
using System.Text.Json;
using Agency.Adapter;
using Agency.Adapter.Outgoing;
using Axis.Simulator.Clerks;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>An agency's system that never got its adapter's answer (protocol.md 10, rows 3, 14 and 15).</summary>
[Collection(DeathCollection.Name)]
public sealed class AnswerDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Submissions => Deaths.Of(death => death.Row == 3);

    public static TheoryData<int, string, string> Acknowledgements => Deaths.Of(death => death.Row is 14 or 15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerTheory, MemberData(nameof(Submissions))]
    public async Task A_repeated_hand_over_gets_the_same_id_and_the_same_answer(int row, string program, string point)
    {
        row.ShouldBe(3);
        await faults.BeginAsync();
        var letter = faults.Letter(faults.Receiver);
        var package = await FaultNation.PackageAsync(letter);
        var key = Uri.EscapeDataString(letter.DocumentId);
        await FaultNation.ArmAsync(faults.Program(program), point);
        using var impatient = FaultNation.Impatient(faults.Sender);

        await Should.ThrowAsync<HttpRequestException>(() => HandOverAsync(impatient, package, key));
        await FaultNation.ReviveAsync(faults.Program(program));
        var answer = await HandOverAsync(faults.Sender.Connection, package, key);

        var id = SubmissionIds.OfKey(faults.Sender.Addressee.Code, key);
        answer.GetProperty("submissionId").GetGuid().ShouldBe(id);
        answer.GetProperty("repeated").GetBoolean().ShouldBeTrue();
        faults.Sender.Book.LetterSent(id, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(package)));
        await faults.SurviveAsync();
        (await faults.DeliveryAsync(id)).Attempt.ShouldBe(1);
    }

    [BrokerTheory, MemberData(nameof(Acknowledgements))]
    public async Task What_an_agency_took_is_offered_again_until_its_answer_is_durable_and_tells_so_by_one_01(int row, string program, string point)
    {
        await faults.BeginAsync();
        await faults.RestAsync(faults.Receiver);
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        var offered = (await OfferedAsync(1))[0];
        await faults.SubmitAsync(faults.Letter(faults.Receiver));
        var list = await OfferedAsync(2);
        list[0].ShouldBe(offered);
        list[1].Cursor.ShouldBeGreaterThan(offered.Cursor);
        using var impatient = FaultNation.Impatient(faults.Receiver);
        await Should.ThrowAsync<HttpRequestException>(() => TakeAsync(impatient, offered));
        await FaultNation.ReviveAsync(faults.Program(program));

        // Without a cursor everything that is not acknowledged, where it stood before.
        var again = await faults.Receiver.System.ListInboxAsync(Cancellation);
        if (point == AdapterCrashPoints.AnswerNotAnswered)
        {
            // Durable, only the answer was lost: never offered again, and a repeat is told so.
            again.ShouldBe([list[1]]);
            (await TakeAsync(faults.Receiver.Connection, offered)).GetProperty("repeated").GetBoolean().ShouldBeTrue();
            faults.Receiver.Book.Received(offered.DeliveryId, offered.Kind, offered.PackageSha256);
        }
        else
        {
            again.ShouldBe(list);
            (await faults.Ledger.StatusesAboutAsync(offered.DeliveryId, Cancellation)).ShouldBeEmpty();
        }

        faults.Work(faults.Receiver);
        await faults.SurviveAsync();
        (await faults.DeliveryAsync(submission)).DeliveryId.ShouldBe(offered.DeliveryId);
        (await faults.Ledger.StatusesAboutAsync(offered.DeliveryId, Cancellation)).Count(code => code == "01").ShouldBe(1, $"row {row}");
    }

    /// <summary>The inbox as soon as it has so many items.</summary>
    private Task<IReadOnlyList<InboxItem>> OfferedAsync(int count) => Eventually.FindAsync(
        async () => await faults.Receiver.System.ListInboxAsync(Cancellation) is var items && items.Count == count ? items : null,
        TimeSpan.FromMinutes(3), cancellation: Cancellation);

    private static async Task<JsonElement> HandOverAsync(HttpClient system, byte[] package, string key)
    {
        using var content = new ByteArrayContent(package) { Headers = { ContentType = new("application/xml") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/packages") { Content = content, Headers = { { "Idempotency-Key", key } } };
        using var response = await system.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<JsonElement> TakeAsync(HttpClient system, InboxItem item)
    {
        await system.GetByteArrayAsync($"v1/inbox/{item.DeliveryId}/package", Cancellation);
        using var response = await system.PostAsJsonAsync($"v1/inbox/{item.DeliveryId}/acknowledge", new { result = "done" }, Cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
