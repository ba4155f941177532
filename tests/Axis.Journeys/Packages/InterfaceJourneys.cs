using System.Net;
using System.Net.Http.Json;
using System.Text;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using static Axis.Journeys.Packages.JourneySteps;

namespace Axis.Journeys.Packages;

/// <summary>What a document system asks of its adapter beside sending and taking in, before a real hub; the same journeys however the nation runs.</summary>
public abstract class InterfaceJourneys(JourneyHome home)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_door_says_what_it_would_do_and_nothing_is_sent()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[2]);
        var before = await CountDocumentsAsync(nation);
        var package = await sender.WriteAsync([receiver]);

        var good = await sender.System.CheckAsync(package, Cancellation);
        good.Passed.ShouldBeTrue();
        good.Results.Where(rule => rule.State == "FAILED").ShouldBeEmpty();
        (good["R2"].State, good["R4"].State, good["R5"].State, good["R9"].State).ShouldBe(("PASSED", "PASSED", "PASSED", "PASSED"));

        var bad = await sender.System.CheckAsync(Encoding.UTF8.GetBytes("<edXML><broken></edXML>"), Cancellation);
        bad.Passed.ShouldBeFalse();
        bad["R2"].Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.XmlMalformed.Code);

        var unknown = await sender.System.CheckAsync(
            await sender.Letter([new Addressee("X99.02", "Không có trong danh mục")]).PackageAsync(), Cancellation);
        unknown.Passed.ShouldBeFalse();
        unknown["R5"].State.ShouldBe("FAILED");
        unknown["R5"].Findings.Select(finding => finding.Code).ShouldBe([ErrorCatalogue.ReceiverUnknown.Code, ErrorCatalogue.NoReceiverLeft.Code]);

        (await CountDocumentsAsync(nation)).ShouldBe(before);
        var sent = await sender.System.SubmitAsync(package, "after-the-check", Cancellation);
        await sender.AnsweredAsync(sent.SubmissionId, "accepted");
        var again = await sender.System.CheckAsync(package, Cancellation);
        again["R9"].Findings.Select(finding => finding.Code).ShouldBe([ErrorCatalogue.AlreadySent.Code, ErrorCatalogue.RepeatsPackage.Code]);
        (await nation.BooksOfAsync(sent.SubmissionId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_the_hub_is_away_the_check_says_what_nobody_has_checked()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[2]);
        var package = await sender.WriteAsync([receiver]);

        await nation.StopHubAsync(Cancellation);
        DoorAnswer alone;
        try
        {
            alone = await sender.System.CheckAsync(package, Cancellation);
        }
        finally
        {
            await nation.StartHubAsync(Cancellation);
        }

        alone.Passed.ShouldBeTrue();
        (alone["R2"].State, alone["R1"].State).ShouldBe(("PASSED", "NOT_CHECKED"));
        var together = await UntilAsync(
            () => sender.System.CheckAsync(package, Cancellation), answer => answer["R1"].State != "NOT_CHECKED", "the hub is asked again");
        (together["R1"].State, together["R5"].State, together["R9"].State).ShouldBe(("PASSED", "PASSED", "PASSED"));
    }

    [Fact]
    public async Task While_the_hub_is_away_states_are_as_of_its_last_sign_and_what_only_it_decides_is_not_done()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[2]);
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), "as-of", Cancellation);
        await sender.AnsweredAsync(sent.SubmissionId, "accepted");

        await nation.StopHubAsync(Cancellation);
        var stopped = TimeProvider.System.GetUtcNow();
        try
        {
            foreach (var ask in (Func<Task>[])
                [() => sender.Plain.ResendAsync(sent.SubmissionId, Cancellation), () => sender.Plain.CloseAsync(sent.SubmissionId, "thôi", Cancellation)])
            {
                var refused = await Should.ThrowAsync<HttpRequestException>(ask);
                refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
                refused.Message.ShouldContain(ErrorCatalogue.HubAway.Code);
            }

            (await sender.System.FindAsync(sent.SubmissionId, Cancellation)).AsOf.ShouldBeInRange(DateTimeOffset.UnixEpoch.AddTicks(1), stopped);
        }
        finally
        {
            await nation.StartHubAsync(Cancellation);
        }

        var back = TimeProvider.System.GetUtcNow();
        await UntilAsync(() => sender.System.FindAsync(sent.SubmissionId, Cancellation), seen => seen.AsOf >= back, "the hub is heard of again");
    }

    [Fact]
    public async Task What_one_receiver_failed_is_sent_again_to_it_alone_and_taken()
    {
        var nation = await home.NationAsync();
        var (sender, willing, failing) = (nation.Agencies[0], nation.Agencies[2], nation.Agencies[4]);
        var package = await sender.WriteAsync([willing, failing]);
        var sent = await sender.System.SubmitAsync(package, "to-be-sent-again", Cancellation);
        var lines = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.ToDictionary(line => line.Receiver, line => line.DeliveryId!.Value);
        await willing.ArrivedAsync(lines[willing.Code]);
        await willing.TakeInAsync(lines[willing.Code]);
        await failing.ArrivedAsync(lines[failing.Code]);
        await failing.System.OpenAsync(lines[failing.Code], Cancellation);
        await failing.System.FailAsync(lines[failing.Code], "Hệ thống quản lý văn bản đang bảo trì", Cancellation);
        var failed = await UntilAsync(
            () => LineAsync(sender, sent.SubmissionId, failing), line => line.Transport == "FAIL", "the sender sees the failure");
        failed.Cause.ShouldNotBeNull().ShouldContain("đang bảo trì");

        await sender.System.ResendAsync(sent.SubmissionId, Cancellation);

        await failing.ArrivedAsync(lines[failing.Code]);
        (await failing.TakeInAsync(lines[failing.Code])).ShouldBe(package);
        var seen = await sender.SeenByAllAsync(sent.SubmissionId, 2, line => line is { Transport: "DONE", Business: "01" });
        seen.Receivers.Single(line => line.Receiver == failing.Code).Attempt.ShouldBe(2);
        (await nation.BooksOfAsync(sent.SubmissionId)).ToDictionary(entry => entry.Receiver, entry => entry.Attempt)
            .ShouldBe(new Dictionary<string, int> { [willing.Code] = 1, [failing.Code] = 2 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_failed_delivery_is_closed_with_a_reason_that_stays_in_its_history()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[4]);
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), "to-be-closed", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);
        await receiver.System.FailAsync(delivery, "Không mở được tệp", Cancellation);
        await sender.SeenAsync(sent.SubmissionId, line => line.Transport == "FAIL");

        var unexplained = await Should.ThrowAsync<HttpRequestException>(() => sender.System.CloseAsync(sent.SubmissionId, " ", Cancellation));
        unexplained.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unexplained.Message.ShouldContain(ErrorCatalogue.MemberMissing.Code);
        await sender.System.CloseAsync(sent.SubmissionId, "Đã gửi bản giấy", Cancellation);

        var closed = (await nation.Ledger.HistoryOfAsync(delivery, Cancellation)).Single(entry => entry.Kind == EventKinds.Closed);
        (closed.Source, closed.Detail).ShouldBe(("adapter:" + sender.Adapter, "Đã gửi bản giấy"));
        (await LineAsync(sender, sent.SubmissionId, receiver)).Transport.ShouldBe("FAIL");
        (await nation.BooksOfAsync(sent.SubmissionId)).ShouldHaveSingleItem().Transport.ShouldBe("FAIL");
    }

    [Fact]
    public async Task A_receiver_is_found_by_its_code_and_by_its_name_with_and_without_diacritics()
    {
        var nation = await home.NationAsync();
        var sender = nation.Agencies[3];
        var office = nation.Agencies.Single(agency => agency.Code == "G22");
        office.Addressee.Name.ShouldBe("Văn phòng Chính phủ");
        foreach (var words in new[] { "van phong chinh phu", "Văn phòng Chính phủ", "CHINH van", "chính phủ", "g22" })
        {
            (await UntilAsync(
                () => sender.System.FindAgenciesAsync(words, Cancellation), found => found.Count > 0, $"'{words}' finds somebody"))
                .Select(agency => (agency.Code, agency.Name)).ShouldContain((office.Code, office.Addressee.Name), words);
        }

        (await sender.System.FindAgenciesAsync("g22", Cancellation))[0].Code.ShouldBe("G22");
        (await sender.System.FindAgenciesAsync("chỉnh phủ", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_with_files_arrives_as_a_package_that_reads_right_with_every_file_as_it_was()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[1], nation.Agencies[3]);
        (string Name, byte[] Bytes)[] files =
            [("Công văn 7816.pdf", LetterPdf.Draw(sender.Letter([receiver.Addressee]))), ("Phụ lục.csv", Encoding.UTF8.GetBytes("mã;tên\n20;Lạng Sơn"))];
        using var form = new MultipartFormDataContent
        {
            {
                JsonContent.Create(new
                {
                    to = new[] { new { code = receiver.Code, name = receiver.Addressee.Name } },
                    code = "7816/VPCP-TTĐT",
                    promulgation = new { place = "Hà Nội", date = "2026-11-23" },
                    type = new { name = "Công văn" },
                    subject = "V/v kết nối, liên thông các hệ thống quản lý văn bản",
                    priority = 1,
                    signer = new { fullName = "Nguyễn Văn A", position = "Chánh Văn phòng", competence = "TL. BỘ TRƯỞNG" },
                }), "document"
            },
        };
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "file", name);
        }

        var sent = await sender.System.SubmitAsync(form, "by-form", Cancellation);

        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);
        var told = await receiver.System.ReadAsync(delivery, Cancellation);
        (told.Sender, told.DocumentCode, told.Subject, told.Priority)
            .ShouldBe((sender.Code, "7816/VPCP-TTĐT", "V/v kết nối, liên thông các hệ thống quản lý văn bản", 1));
        told.Attachments.Select(file => file.Name).ShouldBe(files.Select(file => file.Name));
        for (var number = 1; number <= files.Length; number++)
        {
            (await receiver.System.OpenAttachmentAsync(delivery, number, Cancellation)).ShouldBe(files[number - 1].Bytes);
        }

        var package = PackageReader.Read(await receiver.TakeInAsync(delivery), ReadLimits.Default).ShouldBeOfType<ReadOutcome.Read>().Package;
        package.Edoc.ShouldNotBeNull().Signer.ShouldNotBeNull().FullName.ShouldBe("Nguyễn Văn A");
        package.Edoc.PromulgationDate.ShouldBe(new DateOnly(2026, 11, 23));
        await sender.SeenByAllAsync(sent.SubmissionId, 1, line => line is { Transport: "DONE", Business: "01" });
    }

    [Fact]
    public async Task The_inbox_is_read_page_by_page_without_a_gap_or_a_repeat_though_more_arrives_meanwhile()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[2], nation.Agencies[5]);
        var expected = new List<Guid>();
        await SendAsync(7);
        var read = new List<InboxItem>();
        long? after = null;
        for (var page = await receiver.System.PageInboxAsync(after, 3, Cancellation);
             page.Items.Count > 0;
             page = await receiver.System.PageInboxAsync(after, 3, Cancellation))
        {
            page.Items.Count.ShouldBeLessThanOrEqualTo(3);
            page.Next.ShouldBe(page.Items[^1].Cursor);
            if (after is null)
            {
                // What is acknowledged and what arrives between two pages moves nothing.
                await receiver.TakeInAsync(page.Items[0].DeliveryId);
                await SendAsync(1);
            }

            read.AddRange(page.Items);
            after = page.Next;
        }

        read.Count.ShouldBe(8);
        read.Select(item => item.DeliveryId).Order().ShouldBe(expected.Order());
        read.Select(item => item.Cursor).ShouldBeInOrder();
        (await receiver.System.ListInboxAsync(Cancellation)).Select(item => item.DeliveryId).ShouldBe(read.Skip(1).Select(item => item.DeliveryId));

        async Task SendAsync(int letters)
        {
            for (var number = 0; number < letters; number++)
            {
                var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), $"page-{expected.Count}", Cancellation);
                expected.Add((await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value);
                await receiver.ArrivedAsync(expected[^1]);
            }
        }
    }

    [Fact]
    public async Task A_key_opens_what_is_its_agencys_and_nothing_else()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[1], nation.Agencies[3]);
        var (sendersNeighbour, receiversNeighbour) = (nation.Agencies[0], nation.Agencies[2]);
        (sendersNeighbour.Adapter, receiversNeighbour.Adapter).ShouldBe((sender.Adapter, receiver.Adapter));
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), "for-one-only", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);

        (await StatusOfAsync(() => sendersNeighbour.System.FindAsync(sent.SubmissionId, Cancellation))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusOfAsync(() => sendersNeighbour.System.ResendAsync(sent.SubmissionId, Cancellation))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusOfAsync(() => sendersNeighbour.System.CloseAsync(sent.SubmissionId, "thôi", Cancellation))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusOfAsync(() => receiversNeighbour.System.ReadAsync(delivery, Cancellation))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusOfAsync(() => receiversNeighbour.System.OpenAsync(delivery, Cancellation))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusOfAsync(() => receiversNeighbour.System.FailAsync(delivery, "thôi", Cancellation))).ShouldBe(HttpStatusCode.NotFound);
        (await receiversNeighbour.System.ListInboxAsync(Cancellation)).ShouldNotContain(item => item.DeliveryId == delivery);

        using var stranger = new HttpClient { BaseAddress = receiver.System.Address };
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", "0123456789abcdef0123456789abcdef");
        var strange = new AgencySystem(stranger);
        (await StatusOfAsync(() => strange.ListInboxAsync(Cancellation))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusOfAsync(() => strange.OpenAsync(delivery, Cancellation))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusOfAsync(() => strange.FindAgenciesAsync("G22", Cancellation))).ShouldBe(HttpStatusCode.Unauthorized);
        await receiver.TakeInAsync(delivery);
        await sender.SeenAsync(sent.SubmissionId, line => line is { Transport: "DONE" });
    }

    /// <summary>Without statuses, of which those of other journeys come when they like.</summary>
    private static async Task<int> CountDocumentsAsync(IJourneyNation nation) =>
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc");

    private static async Task<SentPackageReceiver> LineAsync(JourneyAgency sender, Guid submission, JourneyAgency receiver) =>
        (await sender.System.FindAsync(submission, Cancellation)).Receivers.Single(line => line.Receiver == receiver.Code);

    private static async Task<HttpStatusCode?> StatusOfAsync(Func<Task> call) => (await Should.ThrowAsync<HttpRequestException>(call)).StatusCode;
}
