using Axis.Contracts.Calendar;
using Axis.Hub.Watch.Alerts;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;

namespace Axis.Simulator.Days;

/// <summary>Lives a plan: moves the nation's clock from one act to the next and does them, each when everything before has come to rest.</summary>
internal sealed class LiveDays
{
    private const int MostAlerts = 5_000;

    /// <summary>An alert about the machine that the nation runs on, not about the nation.</summary>
    private const string OfTheMachine = "disk";

    /// <summary>Between acts nothing but clocks moves, so a night is a few steps.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromHours(4);

    private readonly LiveNation nation;
    private readonly NationClock clock;
    private readonly DaysPlan plan;
    private readonly NationLife life;
    private readonly Dictionary<string, PlannedLetter> bySha = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DayClerk> clerks;
    private readonly Dictionary<Guid, AlertView> alerts = [];

    public LiveDays(LiveNation nation, NationClock clock, DaysPlan plan)
    {
        (this.nation, this.clock, this.plan) = (nation, clock, plan);
        life = new NationLife(nation, clock);
        clerks = nation.Agencies.ToDictionary(agency => agency.Addressee.Code, agency => new DayClerk(agency, bySha, nation.Hub.AxisCode), StringComparer.Ordinal);
    }

    /// <summary>Alerts about the nation, each as it was last seen.</summary>
    public IReadOnlyCollection<AlertView> Alerts => alerts.Values;

    public IReadOnlyCollection<DayClerk> Clerks => clerks.Values;

    /// <summary>What has happened up to the end of a day.</summary>
    public EndedDay Ended(DateOnly day, bool isWorking) => new(
        day, isWorking, nation.Agencies.Sum(agency => agency.Book.LettersSent), nation.Agencies.Sum(agency => agency.Book.LettersReceived),
        alerts.Count, alerts.Values.Count(alert => alert.ClosedAt is not null));

    /// <summary>Lives all of it.</summary>
    /// <param name="acts">In their order.</param>
    /// <param name="dayEnds">Told of every day that has ended.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task LiveAsync(IReadOnlyList<DayAct> acts, Action<DateOnly> dayEnds, CancellationToken cancellation)
    {
        var day = plan.Start;
        foreach (var instant in acts.GroupBy(act => act.At))
        {
            for (; VietnamTime.DateOf(instant.Key) > day; day = day.AddDays(1))
            {
                await EndAsync(day, dayEnds, cancellation);
            }

            await life.LiveUntilAsync(instant.Key, Step, cancellation);
            foreach (var act in instant)
            {
                await DoAsync(act, cancellation);
            }
        }

        await life.LiveUntilAsync(plan.Ends, Step, cancellation);
        await SeeAlertsAsync(cancellation);
        foreach (var agency in nation.Agencies)
        {
            await agency.Clerk.LookUpAsync(cancellation);
        }
    }

    private async Task EndAsync(DateOnly day, Action<DateOnly> dayEnds, CancellationToken cancellation)
    {
        await life.LiveUntilAsync(VietnamTime.EndOf(day), Step, cancellation);
        await SeeAlertsAsync(cancellation);
        dayEnds(day);
    }

    private async Task SeeAlertsAsync(CancellationToken cancellation)
    {
        foreach (var alert in (await nation.HubServices.GetRequiredService<AlertStore>().ListAsync(null, MostAlerts, cancellation)).Where(alert => alert.Kind != OfTheMachine))
        {
            alerts[alert.AlertId] = alert;
        }
    }

    private Task DoAsync(DayAct act, CancellationToken cancellation) => act switch
    {
        DayAct.SwitchOn on => nation.Adapter(on.Adapter).StartAsync(cancellation),
        DayAct.SwitchOff off => nation.Adapter(off.Adapter).StopAsync(cancellation),
        DayAct.Send { Letter.Recalls: not null } send => RecallAsync(send.Letter, cancellation),
        DayAct.Send send => SendAsync(send.Letter, cancellation),
        DayAct.Settle settle => SettleAsync(settle, cancellation),
        DayAct.Answer answer => clerks[answer.Delivery.Receiver].AnswerAsync(answer.Letter, answer.Delivery, cancellation),
        DayAct.Visit visit => clerks[visit.Agency].VisitAsync(clock.GetUtcNow(), cancellation),
        _ => Task.CompletedTask,
    };

    private async Task SendAsync(PlannedLetter letter, CancellationToken cancellation)
    {
        var package = await LetterPackage.WriteAsync(letter.Letter, clock.GetUtcNow(), cancellation);
        bySha.Add(DayClerk.HashOf(package), letter);
        await clerks[letter.Letter.SenderCode].SendAsync(letter, package, cancellation);
    }

    private async Task RecallAsync(PlannedLetter letter, CancellationToken cancellation)
    {
        var (agency, clerk) = (nation.Agency(letter.Letter.SenderCode), clerks[letter.Letter.SenderCode]);
        var asked = await agency.System.RecallAsync(clerk.Sent[letter.Recalls!.Value].SubmissionId, "Văn bản ban hành nhầm thể thức", cancellation);
        clerk.Sent[letter.Place] = asked;
        var sent = await agency.System.FindAsync(asked.SubmissionId, cancellation);
        bySha.Add(sent.PackageSha256, letter);
        agency.Book.LetterSent(asked.SubmissionId, sent.PackageSha256);
    }

    private Task SettleAsync(DayAct.Settle act, CancellationToken cancellation)
    {
        var (system, submission) = (nation.Agency(act.Letter.Letter.SenderCode).System, clerks[act.Letter.Letter.SenderCode].Sent[act.Letter.Place].SubmissionId);
        return act.Delivery.IsGivenUp
            ? system.CloseAsync(submission, "Đã gửi bản giấy theo thỏa thuận của hai cơ quan", cancellation)
            : system.ResendAsync(submission, cancellation);
    }
}
