using System.Net;
using Agency.Adapter.AgencySystem.Clerk;
using Agency.Adapter.Tests.AgencySystem;

namespace Agency.Adapter.Tests.Clerk;

/// <summary>Who gets in to the clerk's page, and who does not.</summary>
public sealed class ClerkDoorTests
{
    [Fact]
    public async Task Asks_for_the_key_and_keeps_it_out_of_cookie_and_address()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = Client(rig);
        using var answer = await SignInAsync(http, AdapterRig.KeyOfG22);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe("/check");
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("path=/check");
        cookie.ShouldNotContain(AdapterRig.KeyOfG22);

        using var wrong = await SignInAsync(http, "axk_wrong");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        wrong.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("GET", "/check/01900000-0000-7000-8000-000000000000")]
    [InlineData("GET", "/check/01900000-0000-7000-8000-000000000000/form")]
    [InlineData("POST", "/check/edxml")]
    [InlineData("POST", "/check/form")]
    [InlineData("POST", "/check/01900000-0000-7000-8000-000000000000/send")]
    [InlineData("POST", "/check/01900000-0000-7000-8000-000000000000/form")]
    [InlineData("POST", "/check/sign-out")]
    public async Task Sends_whoever_is_not_signed_in_to_the_beginning(string method, string path)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = Client(rig);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? new MultipartFormDataContent("b") : null };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Headers.Location!.ToString().ShouldBe("/check");
    }

    [Theory, InlineData(null), InlineData("00")]
    public async Task Takes_no_form_that_was_not_made_for_the_session(string? token)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = Client(rig);
        await SignInAndStayAsync(http);
        using var form = new MultipartFormDataContent();
        if (token is not null)
        {
            form.Add(new StringContent(token), PostedFields.Token);
        }

        form.Add(new StringContent("G22"), "agency");
        form.Add(new ByteArrayContent(await Letters.WriteAsync()), "edxml", "a.edxml");
        using var answer = await http.PostAsync(new Uri("/check/edxml", UriKind.Relative), form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("AXS-5131");
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
    }

    [Theory, InlineData("Host", "axis.example:80"), InlineData("Origin", "http://evil.example")]
    public async Task Answers_no_foreign_page(string header, string value)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = Client(rig);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/check");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lets_no_script_and_no_frame_in_and_keeps_nothing_in_caches()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = Client(rig);
        using var answer = await http.GetAsync(new Uri("/check", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'; style-src 'self'");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task Ends_a_session_that_nobody_uses()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = Client(rig);
        await SignInAndStayAsync(http);
        (await PageAsync(http)).ShouldContain("name=\"edxml\"");

        rig.Clock.Ahead = TimeSpan.FromHours(7);
        (await PageAsync(http)).ShouldContain("name=\"edxml\"");
        rig.Clock.Ahead = TimeSpan.FromHours(15.5);
        (await PageAsync(http)).ShouldContain("name=\"key\"");
    }

    private static Task<string> PageAsync(HttpClient http) => http.GetStringAsync(new Uri("/check", UriKind.Relative), TestContext.Current.CancellationToken);

    private static HttpClient Client(AdapterRig rig) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = rig.Address };

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient http, string key)
    {
        using var form = new FormUrlEncodedContent([new("key", key)]);
        return await http.PostAsync(new Uri("/check/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static async Task SignInAndStayAsync(HttpClient http)
    {
        using var answer = await SignInAsync(http, AdapterRig.KeyOfG22);
        http.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }
}
