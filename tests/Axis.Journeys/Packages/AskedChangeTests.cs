using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Packages;

/// <summary>What document systems ask of sent documents by their adapter's calls, through a real hub.</summary>
public sealed class AskedChangeTests(AskedChangeTests.Home home) : IClassFixture<AskedChangeTests.Home>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_taken_back_when_its_receiver_agrees()
    {
        var (sender, receiver, submission, delivery) = await SentAsync(0, 2);

        var asked = (await sender.System.TakeBackAsync(submission, "Gửi nhầm nơi nhận", Cancellation)).ShouldHaveSingleItem();
        asked.DeliveryId.ShouldBe(delivery);
        var request = await AskedAsync(sender, submission, "takeBack", "DELIVERED", receiver);
        request.SubmissionId.ShouldBe(asked.SubmissionId!.Value);
        await receiver.System.AnswerRequestAsync(delivery, agree: true, null, Cancellation);

        await sender.SeenAsync(submission, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "15" }] });
    }

    [Fact]
    public async Task A_recall_that_is_answered_with_no_stays_to_be_seen_and_a_later_yes_ends_the_document()
    {
        var (sender, receiver, submission, delivery) = await SentAsync(1, 3);

        var recall = await sender.System.RecallAsync(submission, "Sai thẩm quyền ký", Cancellation);
        var request = await AskedAsync(sender, submission, "recall", "DELIVERED", receiver);
        (request.SubmissionId, request.Reason).ShouldBe((recall.SubmissionId, "Sai thẩm quyền ký"));
        await receiver.System.AnswerRequestAsync(request.CarrierId, agree: false, "Đã thi hành xong", Cancellation);
        var refused = await sender.SeenAsync(submission, line => line.Requests is [{ State: "REFUSED" }]);
        (refused.Transport, refused.Requests![0].Code, refused.Requests[0].Answer).ShouldBe(("DONE", "16", "Đã thi hành xong"));
        await receiver.System.AnswerRequestAsync(delivery, agree: true, null, Cancellation);

        await sender.SeenAsync(submission, line => line is { Transport: "VOID", Frozen.Command: "recall", Requests: [{ State: "AGREED", Code: "15" }] });
    }

    [Fact]
    public async Task An_update_stands_for_the_document_once_its_receiver_agrees()
    {
        var (sender, receiver, submission, delivery) = await SentAsync(2, 4);

        var update = await sender.System.UpdateAsync(submission, new("Sửa trích yếu"), new { subject = "V/v sửa đổi nội dung" }, null, Cancellation);
        var request = await AskedAsync(sender, submission, "update", "DELIVERED", receiver);
        request.SubmissionId.ShouldBe(update.SubmissionId);
        (await receiver.System.ReadAsync(request.CarrierId, Cancellation)).Subject.ShouldBe("V/v sửa đổi nội dung");
        await receiver.System.AnswerRequestAsync(request.CarrierId, agree: true, null, Cancellation);

        await sender.SeenAsync(submission, line => line is { Transport: "VOID", Requests: [{ State: "AGREED" }] });
        (await receiver.System.ReadAsync(delivery, Cancellation)).SupersededBy.ShouldBe(request.CarrierId);
        await sender.SeenAsync(update.SubmissionId, line => line is { Transport: "DONE", Business: "01" });
    }

    [Fact]
    public async Task A_replacement_stands_for_the_document_as_soon_as_it_is_taken_in()
    {
        var (sender, receiver, submission, delivery) = await SentAsync(3, 5);
        var document = new
        {
            code = "7900/VP-TH", promulgation = new { place = "Hà Nội", date = NationDate.Today(TimeProvider.System) }, type = new { name = "Công văn" }, subject = "V/v thay thế văn bản đã gửi",
            signer = new { fullName = "Nguyễn Văn A", position = "Chánh Văn phòng", competence = "TL. BỘ TRƯỞNG" },
        };

        var replacement = await sender.System.ReplaceAsync(submission, new("Ban hành sai thể thức"), document, new("7900.pdf", "%PDF-1.7 7900"u8.ToArray()), Cancellation);
        var carrier = (await sender.AnsweredAsync(replacement.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(carrier);
        await receiver.TakeInAsync(carrier);

        await sender.SeenAsync(submission, line => line is { Transport: "VOID", Requests: [{ Command: "replace", State: "AGREED" }] });
        (await receiver.System.ReadAsync(delivery, Cancellation)).SupersededBy.ShouldBe(carrier);
    }

    /// <summary>A document that its receiver has taken in.</summary>
    private async Task<(JourneyAgency Sender, JourneyAgency Receiver, Guid Submission, Guid Delivery)> SentAsync(int from, int to)
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[from], nation.Agencies[to]);
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), $"sent-{Guid.CreateVersion7()}", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);
        await receiver.TakeInAsync(delivery);
        await sender.SeenAsync(sent.SubmissionId, line => line is { Transport: "DONE", Business: "01" });
        return (sender, receiver, sent.SubmissionId, delivery);
    }

    /// <summary>The only request about a document, once its receiver has taken it in.</summary>
    private static async Task<SentPackageRequest> AskedAsync(JourneyAgency sender, Guid submission, string command, string state, JourneyAgency receiver)
    {
        var open = (await sender.SeenAsync(submission, line => line.Requests is [_])).Requests!.Single();
        await receiver.ArrivedAsync(open.CarrierId);
        await receiver.TakeInAsync(open.CarrierId);
        var request = (await sender.SeenAsync(submission, line => line.Requests is [var one] && one.State == state)).Requests!.Single();
        request.Command.ShouldBe(command);
        return request;
    }

    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync() => new EmbeddedNation(
            await LiveNation.StartAsync(JourneyPlan.Small(broker: null), TimeProvider.System, CancellationToken.None));
    }
}
