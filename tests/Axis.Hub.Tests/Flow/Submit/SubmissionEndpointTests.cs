using System.Net;
using System.Text;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Tests.Agencies.Endpoint;
using MassTransit;

namespace Axis.Hub.Tests.Flow.Submit;

public sealed class SubmissionEndpointTests : IAsyncLifetime
{
    private EndpointHost host = null!;
    private HttpClient g22 = null!;
    private HttpClient h37 = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await EndpointHost.StartAsync();
        g22 = host.Register("G22", "G22");
        h37 = host.Register("H37", "H37");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_sender_reads_its_submission_and_nobody_else_does()
    {
        Receipt receipt = await host.Flow.SubmitOneAsync(new Draft());
        SubmissionAnswer answer = await AnswerAsync(await g22.GetAsync(Path(receipt), Cancelled));
        WireJson.Write(answer.Receipt).ShouldBe(WireJson.Write(receipt));
        answer.Deliveries.Single().Transport.ShouldBe("INITIAL");

        await AdapterListenerTests.ShouldBeAsync(await h37.GetAsync(Path(receipt), Cancelled), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(
            await g22.GetAsync($"/v1/submissions/{NewId.NextSequentialGuid()}", Cancelled), ErrorCatalogue.NotFoundHere);
        await AdapterListenerTests.ShouldBeAsync(await g22.GetAsync("/v1/submissions/x", Cancelled), ErrorCatalogue.NotFoundHere);
    }

    [Fact]
    public async Task A_failed_delivery_is_sent_again_when_its_sender_asks()
    {
        Receipt receipt = await FailedAsync();
        await AdapterListenerTests.ShouldBeAsync(await h37.PostAsync(Path(receipt) + "/resend", null, Cancelled), ErrorCatalogue.NotFoundHere);

        SubmissionAnswer answer = await AnswerAsync(await g22.PostAsync(Path(receipt) + "/resend", null, Cancelled));
        DeliveryState state = answer.Deliveries.Single();
        state.Transport.ShouldBe("INITIAL");
        state.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_delivery_is_closed_with_a_reason_only()
    {
        Receipt receipt = await FailedAsync();
        foreach (string body in new[] { "", "{}", """{"reason":" "}""", "[]" })
        {
            using var without = new StringContent(body);
            await AdapterListenerTests.ShouldBeAsync(
                await g22.PostAsync(Path(receipt) + "/close", without, Cancelled), ErrorCatalogue.ReasonRequired);
        }

        using var reason = new StringContent("""{"reason":"Gửi bản giấy"}""", Encoding.UTF8, "application/json");
        SubmissionAnswer answer = await AnswerAsync(await g22.PostAsync(Path(receipt) + "/close", reason, Cancelled));
        answer.Deliveries.Single().Transport.ShouldBe("FAIL");
        (await host.Flow.EventsAsync(answer.Deliveries.Single().DeliveryId)).ShouldContain(one => one.Detail != null && one.Detail.Contains("Gửi bản giấy"));
    }

    [Fact]
    public async Task A_check_says_what_the_door_would_say_and_keeps_nothing()
    {
        Checklist good = await CheckAsync(g22, await new Draft { To = ["H37", "H37.02"] }.PackageAsync());
        good.Failed.ShouldBeFalse();
        good[CheckRule.R4].State.ShouldBe(CheckState.Passed);
        good[CheckRule.R5].State.ShouldBe(CheckState.Passed);
        good[CheckRule.R9].State.ShouldBe(CheckState.Passed);
        good[CheckRule.R10].State.ShouldBe(CheckState.NotChecked);

        // Nothing was kept: the same package goes through afterwards.
        (await host.Flow.SubmitOneAsync(new Draft { To = ["H37"] })).Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }

    [Fact]
    public async Task A_check_names_senders_and_receivers_that_the_registry_refuses()
    {
        Checklist foreign = await CheckAsync(h37, await new Draft().PackageAsync());
        foreign[CheckRule.R4].State.ShouldBe(CheckState.Failed);
        foreign[CheckRule.R4].Findings.Single().Code.ShouldBe(ErrorCatalogue.SenderNotServed.Code);
        foreign[CheckRule.R5].State.ShouldBe(CheckState.NotChecked);

        Checklist some = await CheckAsync(g22, await new Draft { To = ["H37", "X99"] }.PackageAsync());
        some[CheckRule.R5].State.ShouldBe(CheckState.Warned);
        Checklist none = await CheckAsync(g22, await new Draft { To = ["X99"] }.PackageAsync());
        none[CheckRule.R5].State.ShouldBe(CheckState.Failed);
    }

    [Fact]
    public async Task A_check_finds_what_was_sent_before()
    {
        Receipt receipt = await host.Flow.SubmitOneAsync(new Draft { To = ["H37"] });
        Checklist all = await CheckAsync(g22, await new Draft { To = ["H37"], Subject = "khác" }.PackageAsync());
        all[CheckRule.R9].State.ShouldBe(CheckState.Failed);
        all[CheckRule.R9].Findings.Select(finding => finding.Code).ShouldBe([ErrorCatalogue.AlreadySent.Code, ErrorCatalogue.RepeatsDocument.Code]);
        all[CheckRule.R9].Findings[0].English.ShouldContain(receipt.Receivers[0].DeliveryId!.Value.ToString());
        all[CheckRule.R9].Findings[1].English.ShouldContain("7816/VPCP-TTĐT, sent at 10:00 24/11/2026");
        (await CheckAsync(g22, await new Draft { To = ["H37", "H14"] }.PackageAsync()))[CheckRule.R9].State.ShouldBe(CheckState.Warned);
    }

    [Fact]
    public async Task A_check_of_no_package_says_so()
    {
        Checklist list = await CheckAsync(g22, Encoding.UTF8.GetBytes("<nothing"));
        list[CheckRule.R2].State.ShouldBe(CheckState.Failed);
        list[CheckRule.R4].State.ShouldBe(CheckState.NotChecked);
    }

    private async Task<Receipt> FailedAsync()
    {
        Receipt receipt = await host.Flow.SubmitOneAsync(new Draft());
        DeliverMessage delivery = host.Flow.Queues.Deliveries("H37").Single();
        await host.Flow.AcknowledgeAsync(delivery, AcknowledgeKind.Fail, reason: "no room", cause: FailCause.Agency);
        return receipt;
    }

    private static string Path(Receipt receipt) => "/v1/submissions/" + receipt.SubmissionId;

    private static async Task<SubmissionAnswer> AnswerAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WireJson.Read<SubmissionAnswer>(await response.Content.ReadAsByteArrayAsync(Cancelled));
    }

    private static async Task<Checklist> CheckAsync(HttpClient client, byte[] edxml)
    {
        using var body = new ByteArrayContent(edxml);
        HttpResponseMessage response = await client.PostAsync("/v1/check", body, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WireJson.Read<Checklist>(await response.Content.ReadAsByteArrayAsync(Cancelled));
    }
}
