namespace Axis.Simulator.Nation.Books;

/// <summary>
/// Compares the hub's books with the agencies', by delivery id and package hash. Each side has counted by itself;
/// nothing of one side is taken from the other.
/// </summary>
internal static class BooksComparison
{
    /// <summary>Taken back, recalled or superseded: its receiver may have had it.</summary>
    public const string Void = "VOID";

    /// <param name="elsewhere">Deliveries that their receivers know of and have not taken in; null: there are none.</param>
    public static BooksVerdict Compare(
        IReadOnlyCollection<HubEntry> hub, IReadOnlyCollection<SentEntry> sent, IReadOnlyCollection<ReceivedEntry> received, IReadOnlySet<Guid>? elsewhere = null)
    {
        var differences = new List<string>();
        var byDelivery = received.ToLookup(entry => entry.DeliveryId);
        var lost = 0;
        var duplicated = 0;
        foreach (var entry in hub)
        {
            var copies = byDelivery[entry.DeliveryId].ToList();
            if (copies.Count == 0)
            {
                if (entry.Transport == Void || (entry.Transport != "DONE" && elsewhere?.Contains(entry.DeliveryId) is true))
                {
                    continue;
                }

                lost++;
                differences.Add($"delivery {entry.DeliveryId} to {entry.Receiver} is {entry.Transport} at the hub and in no receiver's books");
                continue;
            }

            if (copies.Count > 1)
            {
                duplicated++;
                differences.Add($"delivery {entry.DeliveryId} was taken in {copies.Count} times by {entry.Receiver}");
            }

            CompareCopy(entry, copies[0], differences);
        }

        duplicated += CountTwins(hub, differences);
        var known = hub.Select(entry => entry.DeliveryId).ToHashSet();
        differences.AddRange(received.Where(entry => !known.Contains(entry.DeliveryId))
            .Select(entry => $"delivery {entry.DeliveryId} is in the books of {entry.Agency} and not in the hub's"));
        lost += CompareSent(hub, sent, differences);
        return new(lost, duplicated, differences);
    }

    private static void CompareCopy(HubEntry entry, ReceivedEntry copy, List<string> differences)
    {
        if (copy.PackageSha256 != entry.PackageSha256)
        {
            differences.Add($"delivery {entry.DeliveryId}: the hub has package {entry.PackageSha256}, {copy.Agency} has {copy.PackageSha256}");
        }

        if (entry.Transport is not ("DONE" or Void))
        {
            differences.Add($"delivery {entry.DeliveryId}: {copy.Agency} has it, the hub says {entry.Transport}");
        }

        if (copy.LastAnswer is not null && copy.LastAnswer != entry.Business)
        {
            differences.Add($"delivery {entry.DeliveryId}: {copy.Agency} answered {copy.LastAnswer}, the hub says {entry.Business ?? "nothing"}");
        }
    }

    private static int CountTwins(IEnumerable<HubEntry> hub, List<string> differences)
    {
        // The 01 of a document and that of its recall may be the same bytes.
        var twins = hub.GroupBy(entry => (entry.Receiver, entry.PackageSha256, entry.About)).Where(group => group.Count() > 1).ToList();
        differences.AddRange(twins.Select(group => $"package {group.Key.PackageSha256} reached {group.Key.Receiver} under {group.Count()} deliveries"));
        return twins.Count;
    }

    private static int CompareSent(IReadOnlyCollection<HubEntry> hub, IEnumerable<SentEntry> sent, List<string> differences)
    {
        var lost = 0;
        var bySubmission = hub.ToLookup(entry => entry.SubmissionId);
        var byDelivery = hub.ToDictionary(entry => entry.DeliveryId);
        foreach (var entry in sent)
        {
            var atHub = bySubmission[entry.SubmissionId].ToList();
            switch (entry.Outcome)
            {
                case "accepted" when atHub.Count == 0:
                    lost++;
                    differences.Add($"submission {entry.SubmissionId} of {entry.Agency} was accepted and the hub does not know it");
                    break;
                case "accepted":
                    CompareAccepted(entry, atHub, byDelivery, differences);
                    break;
                case "refused" or "conflict" or "repeated" when atHub.Count > 0:
                    differences.Add($"submission {entry.SubmissionId} of {entry.Agency} was {entry.Outcome} and the hub has {atHub.Count} deliveries of it");
                    break;
                case "refused" or "conflict" or "repeated":
                    break;
                default:
                    lost++;
                    differences.Add($"submission {entry.SubmissionId} of {entry.Agency} never got an answer ({entry.Outcome})");
                    break;
            }
        }

        return lost;
    }

    private static void CompareAccepted(SentEntry entry, List<HubEntry> atHub, Dictionary<Guid, HubEntry> byDelivery, List<string> differences)
    {
        differences.AddRange(atHub.Where(delivery => delivery.PackageSha256 != entry.PackageSha256)
            .Select(delivery => $"submission {entry.SubmissionId}: {entry.Agency} sent {entry.PackageSha256}, the hub has {delivery.PackageSha256}"));
        var seen = entry.Receivers.ToDictionary(receiver => receiver.DeliveryId);
        foreach (var delivery in atHub)
        {
            if (!seen.TryGetValue(delivery.DeliveryId, out var receiver))
            {
                differences.Add($"delivery {delivery.DeliveryId} of submission {entry.SubmissionId} is unknown to its sender {entry.Agency}");
            }
            else if (receiver.Transport != delivery.Transport || receiver.Business != delivery.Business)
            {
                differences.Add($"delivery {delivery.DeliveryId}: {entry.Agency} sees {receiver.Transport}/{receiver.Business ?? "-"}, the hub says {delivery.Transport}/{delivery.Business ?? "-"}");
            }
        }

        differences.AddRange(entry.Receivers.Where(receiver => !byDelivery.ContainsKey(receiver.DeliveryId))
            .Select(receiver => $"delivery {receiver.DeliveryId} is known to {entry.Agency} and not to the hub"));
    }
}
