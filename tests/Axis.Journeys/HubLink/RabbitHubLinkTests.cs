using Axis.TestKit;

namespace Axis.Journeys.HubLink;

/// <summary>The link's contract on real RabbitMQ.</summary>
public sealed class RabbitHubLinkTests : RabbitHubLinkContract
{
    [BrokerFact]
    public Task Confirms_only_what_the_hubs_queue_has_on_RabbitMQ() => Confirms_only_what_the_hubs_queue_has();

    [OwnBrokerFact]
    public Task Says_why_a_publish_was_refused_on_RabbitMQ() => Says_why_a_publish_was_refused_and_goes_on_when_it_no_longer_is();

    [BrokerFact]
    public Task Begins_the_handling_in_queue_order_on_RabbitMQ() => Begins_the_handling_in_queue_order_and_hands_over_kind_version_and_body();

    [BrokerFact]
    public Task Hands_a_failed_message_out_again_on_RabbitMQ() => Hands_a_message_out_again_when_its_handling_failed_and_loses_none_of_the_others();

    [BrokerFact]
    public Task Hands_a_duplicate_out_as_often_as_it_comes_on_RabbitMQ() => Hands_a_duplicate_out_as_often_as_it_comes();

    [BrokerFact]
    public Task Gives_what_can_never_be_handled_to_the_dead_letters_on_RabbitMQ() => Gives_what_can_never_be_handled_to_the_dead_letters();

    [BrokerFact]
    public Task Gives_what_was_in_hand_to_the_next_run_on_RabbitMQ() => Gives_what_was_in_hand_when_the_link_went_to_the_next_run();

    [OwnBrokerFact]
    public Task Comes_back_by_itself_on_RabbitMQ() => Comes_back_by_itself_after_a_lost_connection_and_loses_nothing();

    [OwnBrokerFact]
    public Task Says_why_RabbitMQ_turns_it_away() => Says_why_the_broker_turns_it_away_and_goes_on_when_it_no_longer_does();

    private protected override async Task<ILinkRig> StartAsync(CancellationToken cancellation) => await RabbitRig.StartAsync(tls: false, cancellation);
}
