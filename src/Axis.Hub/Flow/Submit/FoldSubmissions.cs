using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Flow.Submit;

/// <summary>Folds equal copies of a batch, so that each is verified and decided once (protocol.md 4).</summary>
internal static class FoldSubmissions
{
    /// <summary>The distinct submissions in the order of their first copy, each with its count.</summary>
    public static IReadOnlyList<(Incoming<SubmitMessage> Incoming, int Copies)> Of(IReadOnlyList<Incoming<SubmitMessage>> batch)
    {
        var folded = new List<(Incoming<SubmitMessage> Incoming, int Copies)>(batch.Count);
        var places = new Dictionary<(string, Guid, int), List<int>>();
        foreach (var incoming in batch)
        {
            var key = (incoming.Adapter, incoming.Message.SubmissionId, incoming.Message.Try);
            if (!places.TryGetValue(key, out var same))
            {
                places[key] = same = [];
            }

            var place = same.FindIndex(at => AreEqual(folded[at].Incoming.Message, incoming.Message));
            if (place >= 0)
            {
                folded[same[place]] = (folded[same[place]].Incoming, folded[same[place]].Copies + 1);
                continue;
            }

            same.Add(folded.Count);
            folded.Add((incoming, 1));
        }

        return folded;
    }

    private static bool AreEqual(SubmitMessage one, SubmitMessage other) =>
        one.Content == other.Content
        && one.Manifest.AsSpan().SequenceEqual(other.Manifest)
        && one.Seal.AsSpan().SequenceEqual(other.Seal)
        && one.Package.AsSpan().SequenceEqual(other.Package);
}
