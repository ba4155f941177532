using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Http;

/// <summary>Books as JSON lines: <see cref="DayBooks"/> first, then one <see cref="BookLine"/> a line, each in the form of <see cref="WireJson"/> and ended by a line feed.</summary>
public static class BooksText
{
    /// <summary>Most lines that are taken; a day of the whole nation has 35,000 deliveries.</summary>
    public const int MostLines = 500_000;

    /// <summary>Longest line, bytes: one submission with a delivery to everybody.</summary>
    public const int LongestLine = 4_000_000;

    /// <summary>Most text that is taken, bytes.</summary>
    public const long LargestText = 500_000_000;

    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Writes books to a stream that stays open.</summary>
    public static async Task WriteAsync(Stream stream, DayBooks head, IEnumerable<BookLine> lines, CancellationToken cancellation)
    {
        await stream.WriteAsync(WireJson.Write(head), cancellation);
        await stream.WriteAsync(LineFeed, cancellation);
        foreach (var line in lines)
        {
            await stream.WriteAsync(WireJson.Write(line), cancellation);
            await stream.WriteAsync(LineFeed, cancellation);
        }
    }

    /// <summary>Reads books; the first fault that is found ends it. Holds one line at a time beside what it has read.</summary>
    /// <exception cref="InvalidDataException">A compressed stream is broken.</exception>
    public static async Task<BooksOutcome> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        DayBooks? head = null;
        var (lines, length) = (new List<BookLine>(), 0L);
        for (var number = 1; ;)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (Next(ref rest, read.IsCompleted) is { } line)
            {
                var bytes = line.ToArray();
                hash.AppendData(bytes);
                hash.AppendData(LineFeed);
                length += bytes.Length;
                try
                {
                    if (head is null)
                    {
                        head = WireJson.Read<DayBooks>(bytes);
                    }
                    else if (lines.Count == MostLines || length > LargestText)
                    {
                        return new BooksOutcome.Faulty(Finding.Refuse(ErrorCatalogue.BooksTooLarge, "", MostLines));
                    }
                    else
                    {
                        lines.Add(Checked(WireJson.Read<BookLine>(bytes)));
                    }
                }
                catch (JsonException broken)
                {
                    return Faulty(number, broken.Message);
                }

                number++;
            }

            if (rest.Length > LongestLine)
            {
                return Faulty(number, $"> {LongestLine} bytes");
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                await reader.CompleteAsync();
                return head is null ? Faulty(1, "empty") : new BooksOutcome.Read(head, lines, Convert.ToHexStringLower(hash.GetHashAndReset()));
            }
        }
    }

    private static BookLine Checked(BookLine line) => line is { Sent: null } ^ line is { Received: null }
        ? line
        : throw new JsonException("The line is neither 'sent' nor 'received', or both.");

    private static BooksOutcome.Faulty Faulty(int line, string why) => new(Finding.Refuse(ErrorCatalogue.BooksMalformed, $"/{line}", line, why));

    /// <summary>The next whole line, without its end; the last one needs none.</summary>
    private static ReadOnlySequence<byte>? Next(ref ReadOnlySequence<byte> rest, bool isLast)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            var line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return line;
        }

        if (!isLast || rest.IsEmpty)
        {
            return null;
        }

        var last = rest;
        rest = rest.Slice(rest.End);
        return last;
    }
}

/// <summary>What reading books came to.</summary>
public abstract record BooksOutcome
{
    private BooksOutcome()
    {
    }

    /// <summary>They were read.</summary>
    /// <param name="Head">Whose they are.</param>
    /// <param name="Lines">Their lines.</param>
    /// <param name="Sha256">Lower-case hex of the text, by which the same books are known again.</param>
    public sealed record Read(DayBooks Head, IReadOnlyList<BookLine> Lines, string Sha256) : BooksOutcome;

    /// <summary>They cannot be read.</summary>
    /// <param name="Finding">Why, with the line.</param>
    public sealed record Faulty(Finding Finding) : BooksOutcome;
}
