using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Mergers and suspensions through the whole flow. H14 is merged into H37.</summary>
public class AuthorityFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "300", To = ["H14"] };

    [Theory, MemberData(nameof(Databases))]
    public async Task A_document_to_an_old_code_goes_to_the_successor_with_a_finding(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Nation.Succeed("H14", "H37");

        var receipt = await host.SubmitOneAsync(Document);

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        receipt.Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.CodeSucceeded.Code);
        var row = await host.DeliveryAsync(receipt.Receivers.ShouldHaveSingleItem().DeliveryId!.Value);
        (row.ReceiverAgencyId, row.AdapterCode, row.ReceiverCode).ShouldBe((FlowNation.Province, "H37", "H14"));
        host.Queues.Deliveries("H37").ShouldHaveSingleItem().Receiver.ShouldBe("H37");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_successor_answers_for_what_the_merged_agency_received(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = (await host.SubmitOneAsync(Document)).Receivers.Single().DeliveryId!.Value;
        var answer = new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = target };
        (await host.SubmitOneAsync(answer)).Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.StatusTargetUnknown.Code);
        host.Nation.Succeed("H14", "H37");

        (await host.SubmitOneAsync(answer with { Try = 2 })).Outcome.ShouldBe(ReceiptOutcome.Accepted);
        (await host.DeliveryAsync(target)).Business.ShouldBe("03");

        // Without a named delivery the hub looks for the merged agency's as well.
        var other = (await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "300", Status = "05" })).ShouldNotBeNull();
        other.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        (await host.DeliveryAsync(target)).Business.ShouldBe("05");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_merged_agency_finishes_what_it_has(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = (await host.SubmitOneAsync(Document)).Receivers.Single().DeliveryId!.Value;
        host.Nation.Succeed("H14", "H37", host.Time.GetUtcNow());
        host.Time.Advance(TimeSpan.FromHours(1));

        (await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", To = ["G22"], Number = "300", Status = "01", Target = target })).Outcome.ShouldBe(ReceiptOutcome.Accepted);
        (await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", To = ["G22"], SealedAt = host.Time.GetUtcNow() })).Findings
            .ShouldContain(finding => finding.Code == ErrorCatalogue.SenderNotServed.Code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_sender_of_before_is_told_through_its_successor(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = (await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", To = ["G22"], Number = "301" })).Receivers.Single().DeliveryId!.Value;
        host.Nation.Succeed("H14", "H37");

        (await host.SubmitOneAsync(new Draft { Adapter = "G22", Sender = "G22", To = ["H14"], Number = "301", Status = "03", Target = target })).Outcome.ShouldBe(ReceiptOutcome.Accepted);
        host.Queues.Deliveries("H37").ShouldHaveSingleItem().Kind.ShouldBe("status");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_the_merged_agency_has_is_not_sent_to_the_successor_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = (await host.SubmitOneAsync(Document)).Receivers.Single().DeliveryId!.Value;
        host.Nation.Succeed("H14", "H37");

        var again = (await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] })).Receivers.ShouldHaveSingleItem();
        (again.Outcome, again.DeliveryId).ShouldBe((ReceiverOutcome.AlreadySent, target));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_failed_at_the_merged_agency_does_not_stand_in_the_successors_way(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H14")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Nation.Succeed("H14", "H37");

        var again = (await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] })).Receivers.ShouldHaveSingleItem();
        again.Outcome.ShouldBe(ReceiverOutcome.Delivery);
        host.Queues.Deliveries("H37").ShouldHaveSingleItem().DeliveryId.ShouldBe(again.DeliveryId!.Value);
    }

    [Theory]
    [InlineData("H14")]
    [InlineData("H37")]
    public async Task What_the_merged_agency_received_is_recalled_from_its_successor(string code)
    {
        await using var host = await FlowHost.StartAsync();
        var target = (await host.SubmitOneAsync(Document)).Receivers.Single().DeliveryId!.Value;
        await host.AcknowledgeAsync(host.Queues.Deliveries("H14")[0], AcknowledgeKind.Done);
        host.Nation.Succeed("H14", "H37");

        (await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), To = [code], Type = BusinessDocType.Recall })).Outcome.ShouldBe(ReceiptOutcome.Accepted);

        host.Queues.Deliveries("H37").ShouldHaveSingleItem().About.ShouldBe([target]);
    }

    [Fact]
    public async Task What_the_merged_agency_sent_is_recalled_by_its_successor()
    {
        await using var host = await FlowHost.StartAsync();
        var sent = new Draft { Adapter = "H14", Sender = "H14", To = ["G22"], Number = "305" };
        var target = (await host.SubmitOneAsync(sent)).Receivers.Single().DeliveryId!.Value;
        await host.AcknowledgeAsync(host.Queues.Deliveries("G22")[0], AcknowledgeKind.Done);
        host.Nation.Succeed("H14", "H37");

        var recall = sent with { SubmissionId = Guid.CreateVersion7(), Adapter = "H37", Sender = "H37", Id = sent.DocumentId, Type = BusinessDocType.Recall };
        (await host.SubmitOneAsync(recall)).Outcome.ShouldBe(ReceiptOutcome.Accepted);

        host.Queues.Deliveries("G22")[1].About.ShouldBe([target]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_for_an_agency_whose_adapter_is_suspended_waits_until_it_is_resumed(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = (await host.SubmitOneAsync(Document)).Receivers.Single().DeliveryId!.Value;
        host.Nation.SuspendAdapter("G22", host.Time.GetUtcNow());

        var status = (await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", To = ["G22"], Number = "300", Status = "03", Target = target })).Receivers.Single().DeliveryId!.Value;
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("G22").ShouldBeEmpty();
        (await host.DeliveryAsync(status)).Phase.ShouldBe(DispatchPhase.Waiting);

        host.Nation.Change([]);
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("G22").ShouldHaveSingleItem().DeliveryId.ShouldBe(status);
    }

    /// <summary>The successor has its own numbers: its first is no repeat of the merged agency's first.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task The_successor_is_another_sender(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", To = ["G22"], Number = "1" });
        host.Nation.Succeed("H14", "H37");

        (await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "1" })).Receivers.Single().Outcome.ShouldBe(ReceiverOutcome.Delivery);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_waits_for_a_suspended_agency_stays_and_new_documents_are_refused_by_name(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Queues.Refusing["H14"] = true;
        var waiting = (await host.SubmitOneAsync(Document)).Receivers.Single().DeliveryId!.Value;
        host.Queues.Refusing.Clear();
        host.Nation.Suspend("H14", host.Time.GetUtcNow());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H14").ShouldBeEmpty();
        (await host.DeliveryAsync(waiting)).ShouldSatisfyAllConditions(row => row.Transport.ShouldBe(TransportState.Initial), row => row.Phase.ShouldBe(DispatchPhase.Waiting));
        var refused = await host.SubmitOneAsync(Document with { Number = "302", SubmissionId = Guid.CreateVersion7(), To = ["H14", "H37"] });
        var line = refused.Receivers.Single(receiver => receiver.Code == "H14");
        line.Outcome.ShouldBe(ReceiverOutcome.Refused);
        line.Finding!.English.ShouldBe("Receiver H14 is suspended since " + Axis.Contracts.Calendar.VietnamTime.Show(host.Time.GetUtcNow().AddMinutes(-1)) + ".");
        host.Queues.Deliveries("H37").Count.ShouldBe(1);

        host.Nation.Suspend("H14", null);
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H14").ShouldHaveSingleItem().DeliveryId.ShouldBe(waiting);
    }

    /// <summary>The acting adapter seals with its own key and hears of the document; the agency in whose name it is sent is its sender.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task An_adapter_sends_in_the_name_of_an_agency_that_has_delegated_such_documents(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Nation.Delegate(FlowNation.Province, "H14", "thong-bao");
        var notice = new Draft { Adapter = "H14", Sender = "H37", To = ["G22"], TypeName = "Thông báo", Number = "303" };

        var receipt = await host.SubmitOneAsync(notice);

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        (await host.DeliveryAsync(receipt.Receivers.Single().DeliveryId!.Value)).SenderAgencyId.ShouldBe(FlowNation.Province);
        host.Queues.Receipts("H14").ShouldNotBeEmpty();
        (await host.SubmitOneAsync(notice with { SubmissionId = Guid.CreateVersion7(), TypeName = "Công văn" })).Findings
            .ShouldContain(finding => finding.Code == ErrorCatalogue.DelegationMissing.Code);
        (await host.SubmitOneAsync(notice with { SubmissionId = Guid.CreateVersion7(), Number = "304", SealedBy = "H37" })).Findings
            .ShouldContain(finding => finding.Code == ErrorCatalogue.SealNotOfAgency.Code);
    }

    /// <summary>What the acting adapter calls its own package says nothing of the document that it would end.</summary>
    [Theory]
    [InlineData("recall", "thong-bao"), InlineData("update", "thong-bao"), InlineData("replacement", "thong-bao"), InlineData("13", "status")]
    public async Task Under_a_delegation_nothing_is_asked_of_a_document_that_it_does_not_cover(string kind, string scope)
    {
        await using var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        host.Nation.Delegate(FlowNation.Province, "H14", scope);
        var decision = new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], TypeName = "Quyết định", Number = "305" };
        var target = (await host.SubmitOneAsync(decision)).Receivers.Single().DeliveryId!.Value;
        await host.AcknowledgeAsync(host.Queues.Deliveries("G22")[0], AcknowledgeKind.Done);
        var asked = (decision with { Adapter = "H14", SubmissionId = Guid.CreateVersion7(), TypeName = "Thông báo" }) switch
        {
            var draft when kind == "recall" => draft with { Type = BusinessDocType.Recall },
            var draft when kind == "update" => draft with { Type = BusinessDocType.Update, Changes = decision.DocumentId },
            var draft when kind == "replacement" => draft with { Type = BusinessDocType.Replacement, Changes = decision.DocumentId, Number = "306" },
            var draft => draft with { Status = "13", Text = "Gửi nhầm", Target = target },
        };

        var refused = await host.SubmitOneAsync(asked);
        host.Nation.Delegate(FlowNation.Province, "H14", "quyet-dinh", "thong-bao", "status");
        var covered = await host.SubmitOneAsync(asked with { Try = 2 });

        refused.Outcome.ShouldBe(ReceiptOutcome.Refused);
        refused.Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.DelegationMissing.Code);
        covered.Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }
}
