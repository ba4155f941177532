namespace Axis.Journeys.HubLink;

/// <summary>The link's contract in the embedded nation. There is no connection to lose there; stopping and running again stands for it.</summary>
public sealed class InProcessHubLinkTests : HubLinkContract
{
    [Fact]
    public Task Confirms_only_what_the_hubs_queue_has_in_process() => Confirms_only_what_the_hubs_queue_has();

    [Fact]
    public Task Says_why_a_publish_was_refused_in_process() => Says_why_a_publish_was_refused_and_goes_on_when_it_no_longer_is();

    [Fact]
    public Task Begins_the_handling_in_queue_order_in_process() => Begins_the_handling_in_queue_order_and_hands_over_kind_version_and_body();

    [Fact]
    public Task Hands_a_failed_message_out_again_in_process() => Hands_a_message_out_again_when_its_handling_failed_and_loses_none_of_the_others();

    [Fact]
    public Task Hands_a_duplicate_out_as_often_as_it_comes_in_process() => Hands_a_duplicate_out_as_often_as_it_comes();

    [Fact]
    public Task Gives_what_can_never_be_handled_to_the_dead_letters_in_process() => Gives_what_can_never_be_handled_to_the_dead_letters();

    [Fact]
    public Task Gives_what_was_in_hand_to_the_next_run_in_process() => Gives_what_was_in_hand_when_the_link_went_to_the_next_run();

    private protected override Task<ILinkRig> StartAsync(CancellationToken cancellation) => Task.FromResult<ILinkRig>(new InProcessRig());
}
