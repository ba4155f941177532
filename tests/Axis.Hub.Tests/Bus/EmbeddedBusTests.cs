using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Bus;

public sealed class EmbeddedBusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_each_kind_to_its_stage_under_the_name_of_its_link()
    {
        await using var bus = await RunningBus.StartAsync(new HubOptions());
        var inlet = bus.Services.GetRequiredService<IEmbeddedInlet>();
        var submission = Sample.Submission();
        await inlet.SendAsync("H37", WireNames.Submit, WireJson.Write(submission), Cancellation);
        await inlet.SendAsync("G22", WireNames.Acknowledge, WireJson.Write(new SealedMessage([1], [2])), Cancellation);
        await inlet.SendAsync("H01", WireNames.Heartbeat, WireJson.Write(Sample.Heartbeat()), Cancellation);

        await Eventually.Async(
            () => bus.Recorder.Submissions.Count + bus.Recorder.Acknowledgements.Count + bus.Recorder.Heartbeats.Count == 3, cancellation: Cancellation);
        var received = bus.Recorder.AllSubmissions.Single();
        received.Adapter.ShouldBe("H37");
        received.Message.SubmissionId.ShouldBe(submission.SubmissionId);
        received.Message.Package.ShouldBe(submission.Package);
        bus.Recorder.Acknowledgements.Single().Adapter.ShouldBe("G22");
        bus.Recorder.Heartbeats.Single().Adapter.ShouldBe("H01");
    }

    [Fact]
    public async Task Gathers_what_arrives_together_into_batches()
    {
        await using var bus = await RunningBus.StartAsync(new HubOptions { BatchSize = 50, BatchWait = TimeSpan.FromSeconds(30) });
        var inlet = bus.Services.GetRequiredService<IEmbeddedInlet>();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => inlet.SendAsync("H37", WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation)));

        await Eventually.Async(() => bus.Recorder.AllSubmissions.Count() == 100, cancellation: Cancellation);
        bus.Recorder.Submissions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Moves_what_no_stage_can_read_to_the_dead_letters_with_its_bytes_and_a_named_reason()
    {
        await using var bus = await RunningBus.StartAsync(new HubOptions());
        var inlet = bus.Services.GetRequiredService<IEmbeddedInlet>();
        await inlet.SendAsync("H37", WireNames.Submit, "{\"try\": "u8.ToArray(), Cancellation);
        await inlet.SendAsync("H37", WireNames.Submit, ReadOnlyMemory<byte>.Empty, Cancellation);

        await Eventually.Async(() => bus.Recorder.Refusals.Count == 2, cancellation: Cancellation);
        var malformed = bus.Recorder.Refusals.Single(refusal => refusal.Body.Length > 0);
        malformed.Body.ToArray().ShouldBe("{\"try\": "u8.ToArray());
        malformed.Reason.ShouldStartWith(ErrorCatalogue.MessageMalformed.Code);
        malformed.AdapterCode.ShouldBe("H37");
        malformed.Queue.ShouldBe(WireNames.SubmitQueue);
        bus.Recorder.Refusals.Single(refusal => refusal.Body.Length == 0).Reason.ShouldStartWith(ErrorCatalogue.MessageEmpty.Code);
        bus.Recorder.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tries_a_message_again_whose_rows_others_keep_changing()
    {
        var collisions = 0;
        var recorder = new Recorder
        {
            BeforeSubmit = (_, _) => Interlocked.Increment(ref collisions) <= 2 ? throw new WorkConflictException("lost") : Task.CompletedTask,
        };
        await using var bus = await RunningBus.StartAsync(new HubOptions(), recorder);
        await bus.Services.GetRequiredService<IEmbeddedInlet>().SendAsync("H37", WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);

        await Eventually.Async(() => recorder.Submissions.Count == 1, cancellation: Cancellation);
        recorder.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Holds_a_batch_while_the_infrastructure_is_away()
    {
        var failures = 0;
        var recorder = new Recorder
        {
            BeforeSubmit = (_, _) => Interlocked.Increment(ref failures) <= 3 ? throw new IOException("disk away") : Task.CompletedTask,
        };
        await using var bus = await RunningBus.StartAsync(new HubOptions(), recorder);
        await bus.Services.GetRequiredService<IEmbeddedInlet>().SendAsync("H37", WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);

        await Eventually.Async(() => recorder.Submissions.Count == 1, cancellation: Cancellation);
        failures.ShouldBe(4);
        recorder.Refusals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lets_a_batch_through_without_the_one_message_that_the_hub_fails_on(bool isRefusedByTheDatabase)
    {
        Exception failure = isRefusedByTheDatabase ? new SqliteException("a value that no column takes", 19, 1299) : new InvalidOperationException("a bug");
        var poison = Sample.Submission();
        var recorder = new Recorder
        {
            BeforeSubmit = (batch, _) => batch.Any(item => item.Message.SubmissionId == poison.SubmissionId)
                ? throw failure
                : Task.CompletedTask,
        };
        await using var bus = await RunningBus.StartAsync(new HubOptions { BatchSize = 10, BatchWait = TimeSpan.FromSeconds(2) }, recorder);
        var inlet = bus.Services.GetRequiredService<IEmbeddedInlet>();
        foreach (var message in Enumerable.Range(0, 9).Select(_ => Sample.Submission()).Append(poison))
        {
            await inlet.SendAsync("H37", WireNames.Submit, WireJson.Write(message), Cancellation);
        }

        await Eventually.Async(() => recorder.AllSubmissions.Count() == 9 && recorder.Refusals.Count == 1, cancellation: Cancellation);
        var refusal = recorder.Refusals.Single();
        refusal.Reason.ShouldStartWith(ErrorCatalogue.MessageFailsTheHub.Code);
        refusal.Body.ToArray().ShouldBe(WireJson.Write(poison));
        refusal.AdapterCode.ShouldBe("H37");
        refusal.Malformed.ShouldBeFalse();
    }
}
