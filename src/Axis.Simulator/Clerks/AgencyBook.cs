using System.Collections.Concurrent;
using Axis.Simulator.Nation.Books;

namespace Axis.Simulator.Clerks;

/// <summary>What one agency's clerk has written down: sent, received and answered. Counted by the clerk alone.</summary>
internal sealed class AgencyBook(Addressee agency)
{
    private readonly ConcurrentDictionary<Guid, (string Sha256, SentPackage? Seen)> sent = new();
    private readonly ConcurrentQueue<(Guid DeliveryId, string Kind, string Sha256)> received = new();
    private readonly ConcurrentDictionary<Guid, string> answers = new();
    private int lettersSent;

    public Addressee Agency => agency;

    public int LettersSent => lettersSent;

    public int LettersReceived => received.Count(entry => entry.Kind == "edoc");

    public int StatusesReceived => received.Count(entry => entry.Kind == "status");

    public int Answered => answers.Count;

    public IReadOnlyCollection<Guid> Submissions => [.. sent.Keys];

    public void LetterSent(Guid submissionId, string sha256)
    {
        if (sent.TryAdd(submissionId, (sha256, null)))
        {
            Interlocked.Increment(ref lettersSent);
        }
    }

    public void Seen(SentPackage package) =>
        sent.AddOrUpdate(package.SubmissionId, (package.PackageSha256, package), (_, old) => (old.Sha256, package));

    public void Received(Guid deliveryId, string kind, string sha256) => received.Enqueue((deliveryId, kind, sha256));

    public void Answer(Guid deliveryId, string code) => answers[deliveryId] = code;

    public string? AnswerTo(Guid deliveryId) => answers.GetValueOrDefault(deliveryId);

    public IEnumerable<SentEntry> SentEntries => sent.Select(entry => new SentEntry(
        agency.Code, entry.Key, entry.Value.Sha256, OutcomeOf(entry.Value.Seen),
        [.. (entry.Value.Seen?.Receivers ?? [])
            .Where(receiver => receiver.DeliveryId is not null && receiver.Outcome != "alreadySent")
            .Select(receiver => new SentReceiver(receiver.DeliveryId!.Value, receiver.Transport ?? "", receiver.Business))]));

    public IEnumerable<ReceivedEntry> ReceivedEntries => received.Select(entry =>
        new ReceivedEntry(agency.Code, entry.DeliveryId, entry.Sha256, answers.GetValueOrDefault(entry.DeliveryId)));

    /// <summary>The adapter's word; what every receiver has already under an earlier submission is <c>repeated</c>: accepted, and nothing was made of it.</summary>
    private static string OutcomeOf(SentPackage? seen) => seen is { State: "accepted", Receivers: [_, ..] lines } && lines.All(line => line.Outcome == "alreadySent") ? "repeated" : seen?.State ?? "waiting";
}
