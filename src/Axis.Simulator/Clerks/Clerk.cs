using System.Security.Cryptography;
using System.Text;
using Axis.Contracts.Edxml;

namespace Axis.Simulator.Clerks;

/// <summary>
/// One agency's clerk: hands letters over, takes deliveries in, answers them. What is answered depends on the seed and the
/// document alone, so two runs of one seed answer alike. The axis's own documents, its statements, are taken in and not answered.
/// </summary>
/// <param name="axis">Code of the axis.</param>
internal sealed class Clerk(AgencyBook book, AgencySystem system, int seed, TimeProvider time, string axis)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public AgencyBook Book => book;

    /// <summary>Deliveries being handled right now and letters without their last answer.</summary>
    public bool Busy { get; private set; }

    public async Task SubmitAsync(Letter letter, CancellationToken cancellation)
    {
        var package = await LetterPackage.WriteAsync(letter, time.GetUtcNow(), cancellation);
        var handedOver = await system.SubmitAsync(package, Uri.EscapeDataString(letter.DocumentId), cancellation);
        book.LetterSent(handedOver.SubmissionId, Hash(package));
    }

    /// <summary>Takes in and answers whatever arrives, until cancelled.</summary>
    public async Task WorkAsync(CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var items = await system.ListInboxAsync(cancellation);
                Busy = items.Count > 0;
                foreach (var item in items)
                {
                    await TakeInAsync(item, cancellation);
                }

                if (items.Count == 0)
                {
                    await Task.Delay(Pause, time, cancellation);
                }
            }
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Reads the state of everything sent.</summary>
    public async Task LookUpAsync(CancellationToken cancellation)
    {
        foreach (var submission in book.Submissions)
        {
            book.Seen(await system.FindAsync(submission, cancellation));
        }
    }

    private async Task TakeInAsync(InboxItem item, CancellationToken cancellation)
    {
        var package = await system.OpenAsync(item.DeliveryId, cancellation);
        await system.AcknowledgeAsync(item.DeliveryId, cancellation);
        book.Received(item.DeliveryId, item.Kind, Hash(package));
        if (item.Kind == "edoc")
        {
            foreach (var (code, description) in Answers(package))
            {
                await system.AnswerAsync(item.DeliveryId, code, description, cancellation);
                book.Answer(item.DeliveryId, code);
            }
        }
    }

    private IEnumerable<(string Code, string? Description)> Answers(byte[] package)
    {
        if (PackageReader.Read(package, ReadLimits.Default) is not ReadOutcome.Read { Package.Edoc: { } header })
        {
            throw new InvalidOperationException($"{book.Agency.Code} was handed a package that cannot be read.");
        }

        if (header.From.OrganId == axis)
        {
            return [];
        }

        var draw = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{header.DocumentId}/{book.Agency.Code}"))) % 100;
        return draw switch
        {
            < 4 => [("02", "Văn bản gửi nhầm đơn vị nhận")],
            < 40 => [("03", null)],
            < 60 => [("03", null), ("04", null)],
            < 75 => [("03", null), ("05", null)],
            _ => [("03", null), ("06", "Đã xử lý xong")],
        };
    }

    private static string Hash(byte[] package) => Convert.ToHexStringLower(SHA256.HashData(package));
}
