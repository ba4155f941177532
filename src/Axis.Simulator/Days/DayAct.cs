namespace Axis.Simulator.Days;

/// <summary>Something that is done at an instant of a plan. What is done at one instant is done in the order of <see cref="Rank"/>, then of the letters.</summary>
/// <param name="At">When.</param>
internal abstract record DayAct(DateTimeOffset At)
{
    public abstract int Rank { get; }

    /// <summary>An adapter is switched on.</summary>
    internal sealed record SwitchOn(DateTimeOffset At, string Adapter) : DayAct(At)
    {
        public override int Rank => 0;
    }

    /// <summary>An adapter is switched off.</summary>
    internal sealed record SwitchOff(DateTimeOffset At, string Adapter) : DayAct(At)
    {
        public override int Rank => 1;
    }

    /// <summary>A letter is handed over.</summary>
    internal sealed record Send(DateTimeOffset At, PlannedLetter Letter) : DayAct(At)
    {
        public override int Rank => 2;
    }

    /// <summary>A sender sends what has failed again, or gives it up.</summary>
    internal sealed record Settle(DateTimeOffset At, PlannedLetter Letter, PlannedDelivery Delivery) : DayAct(At)
    {
        public override int Rank => 3;
    }

    /// <summary>A clerk answers.</summary>
    internal sealed record Answer(DateTimeOffset At, PlannedLetter Letter, PlannedDelivery Delivery) : DayAct(At)
    {
        public override int Rank => 4;
    }

    /// <summary>A clerk goes through the inbox.</summary>
    internal sealed record Visit(DateTimeOffset At, string Agency) : DayAct(At)
    {
        public override int Rank => 5;
    }

    /// <summary>Nobody does anything; the hub is to have looked at its clocks by then.</summary>
    internal sealed record Look(DateTimeOffset At) : DayAct(At)
    {
        public override int Rank => 6;
    }
}
