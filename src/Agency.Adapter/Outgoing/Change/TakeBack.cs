namespace Agency.Adapter.Outgoing.Change;

/// <summary>What became of the 13 to one receiver.</summary>
/// <param name="Receiver">The receiver asked.</param>
/// <param name="Outcome">The hand-over of its status.</param>
internal sealed record TakeBack(ReceiverView Receiver, SubmitOutcome Outcome);
