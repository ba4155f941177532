using System.Security.Cryptography;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;

namespace Axis.Simulator.Days;

/// <summary>One agency's clerk who does what the plan says when it says so: takes in, lets lie, refuses, answers.</summary>
internal sealed class DayClerk(NationAgency agency, IReadOnlyDictionary<string, PlannedLetter> letters, string axis)
{
    private readonly Dictionary<int, Guid> taken = [];
    private readonly HashSet<Guid> failed = [];

    public string Code => agency.Addressee.Code;

    /// <summary>Submissions by the place of their letter.</summary>
    public Dictionary<int, HandedOver> Sent { get; } = [];

    /// <summary>Goes through the inbox: statuses and the axis's statements are taken in, letters when the plan says so.</summary>
    /// <param name="now">The nation's time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task VisitAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var item in await ListInboxAsync(cancellation))
        {
            await HandleAsync(item, now, cancellation);
        }
    }

    /// <summary>Deliveries that are not in its books: those that lie in the inbox still, and those that it has refused.</summary>
    public async Task<IReadOnlyCollection<Guid>> ListElsewhereAsync(CancellationToken cancellation) =>
        [.. failed, .. (await ListInboxAsync(cancellation)).Select(item => item.DeliveryId)];

    public async Task SendAsync(PlannedLetter letter, byte[] package, CancellationToken cancellation)
    {
        Sent[letter.Place] = await agency.System.SubmitAsync(package, FormattableString.Invariant($"letter-{letter.Place}"), cancellation);
        agency.Book.LetterSent(Sent[letter.Place].SubmissionId, HashOf(package));
    }

    public async Task AnswerAsync(PlannedLetter letter, PlannedDelivery delivery, CancellationToken cancellation)
    {
        if (letter.Recalls is not null)
        {
            await agency.System.AnswerRequestAsync(taken[letter.Place], agree: true, delivery.Text, cancellation);
            return;
        }

        await agency.System.AnswerAsync(taken[letter.Place], delivery.Code, delivery.Text, cancellation);
        agency.Book.Answer(taken[letter.Place], delivery.Code);
    }

    private async Task<IReadOnlyList<InboxItem>> ListInboxAsync(CancellationToken cancellation)
    {
        var items = new List<InboxItem>();
        for (long? after = null; ;)
        {
            var page = await agency.System.PageInboxAsync(after, 200, cancellation);
            items.AddRange(page.Items);
            if (page.Next is null)
            {
                return items;
            }

            after = page.Next;
        }
    }

    private async Task HandleAsync(InboxItem item, DateTimeOffset now, CancellationToken cancellation)
    {
        if (item.Kind != "edoc" || !letters.TryGetValue(item.PackageSha256, out var letter))
        {
            if (item.Kind == "edoc" && (await agency.System.ReadAsync(item.DeliveryId, cancellation)).Sender != axis)
            {
                throw new InvalidOperationException($"{Code} finds a letter in its inbox that is not in the plan.");
            }

            await TakeInAsync(item, cancellation);
            return;
        }

        var delivery = letter.Deliveries.Single(one => one.Receiver == Code);
        if (delivery.FailsAt is { } fails && fails <= now && failed.Add(item.DeliveryId))
        {
            await agency.System.FailAsync(item.DeliveryId, delivery.Reason, cancellation);
        }
        else if (delivery.ArrivesAt <= now)
        {
            await TakeInAsync(item, cancellation);
            taken[letter.Place] = item.DeliveryId;
        }
    }

    private async Task TakeInAsync(InboxItem item, CancellationToken cancellation)
    {
        var package = await agency.System.OpenAsync(item.DeliveryId, cancellation);
        await agency.System.AcknowledgeAsync(item.DeliveryId, cancellation);
        agency.Book.Received(item.DeliveryId, item.Kind, HashOf(package));
    }

    public static string HashOf(byte[] package) => Convert.ToHexStringLower(SHA256.HashData(package));
}
