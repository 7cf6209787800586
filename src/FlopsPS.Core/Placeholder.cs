namespace FlopsPS;
