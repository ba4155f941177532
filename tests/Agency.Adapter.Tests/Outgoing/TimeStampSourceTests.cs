using System.Net;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Sealing;
using Axis.Simulator.Nation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Agency.Adapter.Tests.Outgoing;

/// <summary>What an authority over HTTP can do wrong, by a real server that does it.</summary>
public sealed class TimeStampSourceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500, "text/plain", 1, "HTTP 500")]
    [InlineData(200, "text/html", 1, "text/html instead of application/timestamp-reply")]
    [InlineData(200, "application/timestamp-reply", 70_000, "65536")]
    public async Task Another_answer_than_a_reply_is_said(int status, string type, int length, string said)
    {
        await using var server = await ServerAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(new byte[length]);
        });
        (await AskAsync(Source(server, TimeSpan.FromSeconds(30)))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task An_authority_that_does_not_answer_is_given_up_and_after_some_failures_not_asked_for_a_while()
    {
        await using var server = await ServerAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
            .ContinueWith(static _ => { }, TaskScheduler.Default));
        var source = Source(server, TimeSpan.FromMilliseconds(300));
        for (var question = 0; question < 8; question++)
        {
            var cause = (await AskAsync(source)).InnerException;
            if (question < 4)
            {
                cause.ShouldBeOfType<TimeoutRejectedException>();
            }
            else
            {
                cause.ShouldBeOfType<BrokenCircuitException>();
            }
        }
    }

    private static async Task<TimeStampAuthorityException> AskAsync(TimeStampSource source) =>
        await Should.ThrowAsync<TimeStampAuthorityException>(async () => await source.AskAsync(new byte[] { 1 }, Cancelled));

    private static TimeStampSource Source(WebApplication server, TimeSpan patience)
    {
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        return new TimeStampSource(clients, new AdapterOptions
        {
            TimeStampAuthority = server.Urls.First(), TimeStampPatience = patience,
        });
    }

    private static async Task<WebApplication> ServerAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, LoopbackPorts.Take()));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(Cancelled);
        return server;
    }
}
