using Axis.Hub.Flow.Submit;

namespace Axis.Hub.Tests.Flow;

public sealed class FoldSubmissionsTests : IDisposable
{
    private readonly FlowNation nation = new(TimeProvider.System);

    [Fact]
    public async Task Folds_equal_copies_and_counts_them()
    {
        var one = await new Draft().SealAsync(nation, TimeProvider.System);
        var other = await new Draft().SealAsync(nation, TimeProvider.System);

        FoldSubmissions.Of([one, other, one with { DeliveryCount = 2 }, one]).Select(folded => (folded.Incoming.Message.SubmissionId, folded.Copies))
            .ShouldBe([(one.Message.SubmissionId, 3), (other.Message.SubmissionId, 1)]);
    }

    [Fact]
    public async Task Keeps_another_try_other_bytes_and_another_adapter_apart()
    {
        var draft = new Draft();
        var one = await draft.SealAsync(nation, TimeProvider.System);
        var bytes = await (draft with { Subject = "khác" }).SealAsync(nation, TimeProvider.System);

        FoldSubmissions.Of([one, bytes, one with { Message = one.Message with { Try = 2 } }, one with { Adapter = "H37" }]).Count.ShouldBe(4);
    }

    public void Dispose() => nation.Dispose();
}
