using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.Simulator.Nation.Books;
using Axis.TestKit;

namespace Axis.Journeys.Packages;

/// <summary>What clerks do and see in the journeys.</summary>
internal static class JourneySteps
{
    private static readonly DateOnly Day = NationDate.Today(TimeProvider.System);
    private static int letters;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A letter like no other in its nation.</summary>
    public static Letter Letter(this JourneyAgency sender, IReadOnlyList<Addressee> receivers, int priority = 0, bool steering = false)
    {
        var number = Interlocked.Increment(ref letters);
        return new LetterWriter(number).Write(sender.Addressee, receivers, Day, receivers.Count) with
        {
            Receivers = receivers,
            Number = number,
            Priority = priority,
            Steering = steering,
        };
    }

    public static Task<byte[]> PackageAsync(this Letter letter) => LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Cancellation);

    public static Task<byte[]> WriteAsync(
        this JourneyAgency sender, IEnumerable<JourneyAgency> receivers, int priority = 0, bool steering = false) =>
        sender.Letter([.. receivers.Select(receiver => receiver.Addressee)], priority, steering).PackageAsync();

    /// <summary>Waits until the hub has answered a submission.</summary>
    public static Task<SentPackage> AnsweredAsync(this JourneyAgency sender, Guid submission, string state)
    {
        SentPackage? seen = null;
        return UntilAsync(
            async () => seen = await sender.System.FindAsync(submission, Cancellation), found => found.State == state,
            () => $"{sender.Code} sees {state}; still {seen?.State} {seen?.WaitsFor} {string.Join("; ", (seen?.Findings ?? []).Select(finding => finding.English))}");
    }

    /// <summary>Waits until the sender sees every receiver of a submission like this.</summary>
    public static Task<SentPackage> SeenByAllAsync(
        this JourneyAgency sender, Guid submission, int receivers, Func<SentPackageReceiver, bool> condition) => UntilAsync(
        () => sender.System.FindAsync(submission, Cancellation),
        package => package.Receivers.Count == receivers && package.Receivers.All(condition),
        $"{sender.Code} sees it at {receivers} receivers");

    /// <summary>Waits until the sender sees the only receiver of a submission like this.</summary>
    public static async Task<SentPackageReceiver> SeenAsync(this JourneyAgency sender, Guid submission, Func<SentPackageReceiver, bool> condition) =>
        (await sender.SeenByAllAsync(submission, 1, condition)).Receivers.Single();

    /// <summary>Waits until an agency finds a delivery in its inbox.</summary>
    public static async Task<InboxItem> ArrivedAsync(this JourneyAgency receiver, Guid delivery) =>
        (await UntilAsync(
            () => receiver.System.ListInboxAsync(Cancellation), found => found.Any(item => item.DeliveryId == delivery),
            $"{delivery} is in the inbox of {receiver.Code}"))
        .Single(item => item.DeliveryId == delivery);

    /// <summary>Fetches a delivery and acknowledges it.</summary>
    /// <returns>The package.</returns>
    public static async Task<byte[]> TakeInAsync(this JourneyAgency receiver, Guid delivery)
    {
        var package = await receiver.System.OpenAsync(delivery, Cancellation);
        await receiver.System.AcknowledgeAsync(delivery, Cancellation);
        return package;
    }

    /// <summary>Every receiver that the hub made a delivery for takes it in.</summary>
    public static async Task TakeInAllAsync(this IEnumerable<JourneyAgency> receivers, SentPackage package)
    {
        foreach (var line in package.Receivers)
        {
            var receiver = receivers.Single(agency => agency.Code == line.Receiver);
            await receiver.ArrivedAsync(line.DeliveryId!.Value);
            await receiver.TakeInAsync(line.DeliveryId.Value);
        }
    }

    /// <summary>Statuses of one delivery in the order in which they came back.</summary>
    public static async Task<IReadOnlyList<string?>> StatusesAsync(this JourneyAgency sender, Guid delivery, int count)
    {
        var items = await UntilAsync(
            () => sender.System.ListInboxAsync(Cancellation), found => found.Count(item => item.TargetDeliveryId == delivery) == count,
            $"{count} statuses of {delivery} are back");
        return [.. items.Where(item => item.TargetDeliveryId == delivery).Select(item => item.StatusCode)];
    }

    /// <summary>What the hub's books say of one submission.</summary>
    public static async Task<IReadOnlyList<HubEntry>> BooksOfAsync(this IJourneyNation nation, params IEnumerable<Guid> submissions)
    {
        var wanted = submissions.ToHashSet();
        return [.. (await nation.ReadHubBooksAsync(Cancellation)).Where(entry => wanted.Contains(entry.SubmissionId))];
    }

    public static Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> holds, string what) where T : class => UntilAsync(look, holds, () => what);

    /// <param name="what">Says what is waited for, and what was seen last.</param>
    public static Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> holds, Func<string> what) where T : class =>
        Eventually.FindAsync(async () => await look() is var seen && holds(seen) ? seen : null, TimeSpan.FromMinutes(2), what, Cancellation);
}
