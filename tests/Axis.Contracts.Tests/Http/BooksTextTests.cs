using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Tests.Http;

public class BooksTextTests
{
    private static readonly DayBooks Head = new(1, "H37", new(2026, 11, 24), new(2026, 11, 24, 17, 52, 9, TimeSpan.Zero), new("08de2b4e-0000-0000-0000-0000000000aa"),
        new(2026, 11, 24, 17, 52, 8, TimeSpan.Zero));
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 16, 40, TimeSpan.Zero);

    private static readonly BookLine[] Lines =
    [
        new(new SentLine(
            new("5f0c7c2e-6a0b-5d5e-8a52-0f6d0c1f4a11"), "H37", new string('a', 64), SentState.Accepted, At,
            [new(new("08de2b4e-0000-0000-0000-000000000002"), 4, "DONE", "03"), new(new("08de2b4e-0000-0000-0000-000000000003"), 1, "INITIAL")])),
        new(new SentLine(new("5f0c7c2e-6a0b-5d5e-8a52-0f6d0c1f4a12"), "H37", new string('b', 64), SentState.Sent, At, [])),
        new(Received: new ReceivedLine(new("08de2b4e-0000-0000-0000-000000000007"), "edoc", new string('c', 64), 1, ReceivedState.Done, At, "H37", "03", At.AddHours(1))),
        new(Received: new ReceivedLine(new("08de2b4e-0000-0000-0000-000000000008"), "status", new string('d', 64), 2, ReceivedState.Processing, At)),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Books_are_written_as_their_approved_sample() =>
        Approved.Matches("docs/wire/samples/http/books.ndjson", Encoding.UTF8.GetString(await WriteAsync(Lines)));

    [Fact]
    public void Answers_are_written_as_their_approved_samples()
    {
        Approved.Matches("docs/wire/samples/http/books-expected.json", Text(new ExpectedBooks(Head.Day, Head.AsOf, [Lines[0].Sent!.SubmissionId], [Lines[2].Received!.DeliveryId])));
        var guide = DifferenceGuide.All[ErrorCatalogue.BooksDeliveryMissing.Code];
        Approved.Matches("docs/wire/samples/http/books-answer.json", Text(new ReconciliationAnswer(
            "H37", Head.Day, 1, Head.AsOf.AddSeconds(1), Head.AsOf, 2, 2, 1, 0, 0,
            [new(guide.Kind, BookSide.Received, new("08de2b4e-0000-0000-0000-000000000009"), guide.Entry.Code, Head.AsOf.AddSeconds(1), "PROCESSING, attempt 1", "", guide.Acts,
                guide.HealsByItself, guide.Entry.Vietnamese, guide.Entry.English, "H37", "7816/VPCP-TTĐT")])));
    }

    [Fact]
    public async Task Books_are_read_back_as_they_were_written_whether_or_not_the_last_line_is_ended()
    {
        var text = await WriteAsync(Lines);
        foreach (var bytes in new[] { text, text[..^1] })
        {
            var read = (await ReadAsync(bytes)).ShouldBeOfType<BooksOutcome.Read>();
            read.Head.ShouldBe(Head);
            (await WriteAsync([.. read.Lines])).ShouldBe(text);
            read.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)));
        }
    }

    [Theory]
    [InlineData("", "/1")]
    [InlineData("{}\n", "/1")]
    [InlineData("HEAD{}\n", "/2")]
    [InlineData("HEADnull\n", "/2")]
    [InlineData("HEAD\n", "/2")]
    [InlineData("HEADLINE\nx\n", "/4")]
    [InlineData("HEAD{\"sent\":{}}\n", "/2")]
    public async Task Text_that_is_no_books_is_refused_with_its_line(string text, string path)
    {
        var head = Encoding.UTF8.GetString(WireJson.Write(Head)) + "\n";
        var line = Encoding.UTF8.GetString(WireJson.Write(Lines[2])) + "\n" + Encoding.UTF8.GetString(WireJson.Write(Lines[3]));
        var bytes = Encoding.UTF8.GetBytes(text.Replace("HEAD", head, StringComparison.Ordinal).Replace("LINE", line, StringComparison.Ordinal));
        var finding = (await ReadAsync(bytes)).ShouldBeOfType<BooksOutcome.Faulty>().Finding;
        finding.Code.ShouldBe(ErrorCatalogue.BooksMalformed.Code);
        finding.Path.ShouldBe(path);
    }

    private static string Text<T>(T value) => Encoding.UTF8.GetString(WireJson.Write(value)) + "\n";

    private static async Task<byte[]> WriteAsync(BookLine[] lines)
    {
        using var text = new MemoryStream();
        await BooksText.WriteAsync(text, Head, lines, Cancelled);
        return text.ToArray();
    }

    private static async Task<BooksOutcome> ReadAsync(byte[] text)
    {
        using var stream = new MemoryStream(text);
        return await BooksText.ReadAsync(stream, Cancelled);
    }
}
